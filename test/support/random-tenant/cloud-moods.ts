import fc from 'fast-check';

/** Requests by purpose. */
const requestSorts = {
  any: /./,
  count: /\$count/,
  /** Not the request that only asks for a delta link. */
  delta: /\/delta\b(?!.*deltatoken=latest)/,
  latestLink: /\$deltatoken=latest/,
  list: /\/v1\.0\/(users|groups)\?/,
  batch: /\/\$batch$/,
} as const;
export type RequestSort = keyof typeof requestSorts;

/** Whether a request is of this sort. */
export const isOfSort = (url: string, sort: RequestSort): boolean => requestSorts[sort].test(url);

const endpoint = fc.constantFrom(
  'users/delta',
  'groups/delta',
  'devices',
  'contacts',
  '*',
  'groups/{id}/members',
  '$batch',
);
const when = { endpoint, count: fc.integer({ min: 1, max: 3 }), after: fc.nat(8) };
const retryAfter = fc.constantFrom(null, 0, 1, 2.128, 30);

/** One failure, as faults/fault-settings.ts reads it. */
const fault = fc.oneof(
  fc.record({ type: fc.constant('throttled'), ...when, retryAfter }),
  fc.record({
    type: fc.constant('error'),
    ...when,
    status: fc.constantFrom(500, 502, 503, 504),
    code: fc.constantFrom('serviceNotAvailable', 'InternalServerError', ''),
    retryAfter,
  }),
  fc.record({
    type: fc.constant('error'),
    ...when,
    status: fc.constantFrom(403, 404),
    code: fc.constantFrom('Authorization_RequestDenied', 'Request_ResourceNotFound'),
  }),
  fc.record({
    type: fc.constant('error'),
    ...when,
    status: fc.constant(400),
    code: fc.constantFrom('Directory_ExpiredPageToken', 'syncStateNotFound'),
  }),
  fc.record({
    type: fc.constant('drop'),
    ...when,
    moment: fc.constantFrom('beforeAnswer', 'inBody'),
  }),
  fc.record({ type: fc.constantFrom('malformedJson', 'emptyPage', 'resync'), ...when }),
);

/** One failing part of a `$batch`: once, for a while, or longer than a sync retries. */
const partFault = fc
  .record({
    endpoint: fc.constantFrom('groups/{id}/members', 'groups/{id}/members', 'groups/{id}'),
    count: fc.constantFrom(1, 2, 3, 9, 40),
    after: fc.nat(8),
    what: fc.oneof(
      fc.record({ type: fc.constant('throttled'), retryAfter }),
      fc.record({
        type: fc.constant('error'),
        status: fc.constantFrom(403, 404, 500, 503, 504),
        code: fc.constantFrom('Authorization_RequestDenied', 'Request_ResourceNotFound', ''),
        retryAfter,
      }),
      fc.record({ type: fc.constantFrom('malformedJson', 'emptyPage') }),
    ),
  })
  .map(({ what, ...when }) => ({ ...when, ...what, part: true }));

const delta = fc.record({
  order: fc.constantFrom('created', 'scattered'),
  membersAtATime: fc.integer({ min: 1, max: 4 }),
  repeatEvery: fc.option(fc.integer({ min: 1, max: 3 })),
  replayed: fc.constantFrom(0, 0, 3, 12),
  removedAtFirst: fc.boolean(),
});
const most = fc.integer({ min: 1, max: 5 });
const deltaUsers = fc.integer({ min: 1, max: 6 });
const deltaMembers = fc.integer({ min: 1, max: 8 });
const hiddenMembership = fc.constantFrom('empty', 'forbidden');

/** How a healthy cloud may behave: page sizes, orders, repeats, hidden groups, quotas. */
export const habits = fc.record({
  pageSizes: fc.record({
    deltaGroups: fc.integer({ min: 1, max: 6 }),
    deltaMembers,
    deltaUsers,
    most,
  }),
  delta,
  /** Delta pages take seconds, so that a sync reads lists instead. */
  slowDelta: fc.constant<boolean>(false),
  throttledStatus: fc.constantFrom(200, 424),
  hiddenMembership,
  /** Resource units per ten seconds while there is trouble; null: unlimited. */
  quota: fc.option(fc.integer({ min: 4, max: 30 })),
});
export type Habits = typeof habits extends fc.Arbitrary<infer T> ? T : never;

/** The same for a cloud whose delta is so slow that lists are faster. */
export const slowHabits: fc.Arbitrary<Habits> = fc.record({
  pageSizes: fc.record({
    deltaGroups: fc.integer({ min: 1, max: 2 }),
    deltaMembers,
    deltaUsers,
    most,
  }),
  delta,
  slowDelta: fc.constant(true),
  throttledStatus: fc.constantFrom(200, 424),
  hiddenMembership,
  quota: fc.option(fc.integer({ min: 20, max: 90 }), { freq: 1 }),
});

/** The failures during one sync. */
export const troubles = fc.array(fault, { maxLength: 4 });

/** The same for syncs that read lists. */
export const listTroubles = fc.array(
  fc.oneof({ weight: 4, arbitrary: partFault }, { weight: 1, arbitrary: fault }),
  { maxLength: 4 },
);

/** Where a sync is cut off: after this many requests of a sort have been sent or answered. */
const endOf = (sorts: readonly RequestSort[], longest: number) =>
  fc.option(
    fc.record({
      how: fc.constantFrom('writerDies', 'crash', 'close', 'cancel', 'offline'),
      of: fc.constantFrom(...sorts),
      requests: fc.integer({ min: 1, max: longest }),
      answered: fc.boolean(),
    }),
    { freq: 2 },
  );
export const ends = endOf(['any'], 14);
/**
 * Cuts after the switch to lists: at the new delta link, in the lists of groups and users, in those of
 * members.
 */
export const listEnds = endOf(['latestLink', 'list', 'list', 'batch', 'batch', 'batch'], 3);
export type End = typeof ends extends fc.Arbitrary<infer T> ? T : never;
