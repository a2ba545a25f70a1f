import fc from 'fast-check';

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

/** One thing that goes wrong, as faults/fault-settings.ts reads it. */
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

/** How a healthy cloud may behave: page sizes, orders, repeats, hidden groups, quotas. */
export const habits = fc.record({
  pageSizes: fc.record({
    deltaGroups: fc.integer({ min: 1, max: 6 }),
    deltaMembers: fc.integer({ min: 1, max: 8 }),
    deltaUsers: fc.integer({ min: 1, max: 6 }),
    most: fc.integer({ min: 1, max: 5 }),
  }),
  delta: fc.record({
    order: fc.constantFrom('created', 'scattered'),
    membersAtATime: fc.integer({ min: 1, max: 4 }),
    repeatEvery: fc.option(fc.integer({ min: 1, max: 3 })),
    replayed: fc.constantFrom(0, 0, 3, 12),
    removedAtFirst: fc.boolean(),
  }),
  /** Delta pages take seconds, so that a sync reads lists instead. */
  slowDelta: fc.boolean(),
  throttledStatus: fc.constantFrom(200, 424),
  hiddenMembership: fc.constantFrom('empty', 'forbidden'),
  /** Resource units in ten seconds; null: enough for all. */
  quota: fc.option(fc.integer({ min: 4, max: 30 })),
});
export type Habits = typeof habits extends fc.Arbitrary<infer T> ? T : never;

/** What goes wrong while one sync runs. */
export const troubles = fc.array(fault, { maxLength: 4 });

/** The end of a sync before its end: when so many requests have been sent, or answered. */
export const ends = fc.option(
  fc.record({
    how: fc.constantFrom('writerDies', 'crash', 'close', 'cancel', 'offline'),
    requests: fc.integer({ min: 1, max: 14 }),
    answered: fc.boolean(),
  }),
  { freq: 2 },
);
export type End = typeof ends extends fc.Arbitrary<infer T> ? T : never;
