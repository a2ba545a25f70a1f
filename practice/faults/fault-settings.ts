import { z } from 'zod';

/**
 * The calls that a latency or a fault applies to: a route as the throttle table names it, such as
 * `groups/delta`, `groups/{id}/members` or `$batch`; `*` matches any run of characters.
 */
const endpoint = z.string().min(1);

const when = {
  endpoint: endpoint.default('*'),
  tenantId: z.string().toLowerCase().optional(),
  /** Only calls about this object: the first `{id}` of the route. */
  objectId: z.string().toLowerCase().optional(),
  /** True: only parts of a batch; false: only calls outside a batch. */
  part: z.boolean().optional(),
  /** How many calls it hits before it is used up. */
  count: z.union([z.int().min(1), z.literal('always')]).default(1),
  /** How many matching calls pass before it begins. */
  after: z.int().min(0).default(0),
};

const retryAfter = z.number().min(0).nullable().default(null);

/** One fault to simulate. */
export const faultSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('error'),
    ...when,
    status: z.int().min(400).max(599),
    code: z.string(),
    message: z.string().default('This error was asked for.'),
    /** Seconds; null sends no Retry-After. */
    retryAfter,
  }),
  z.strictObject({ type: z.literal('throttled'), ...when, retryAfter }),
  /** The connection ends before the answer, or in the middle of its body. */
  z.strictObject({
    type: z.literal('drop'),
    ...when,
    moment: z.enum(['beforeAnswer', 'inBody']).default('beforeAnswer'),
  }),
  z.strictObject({ type: z.literal('malformedJson'), ...when }),
  /** A page without items whose nextLink leads to the requested page. */
  z.strictObject({ type: z.literal('emptyPage'), ...when }),
  /** nextLink and deltaLink point to another host. */
  z.strictObject({
    type: z.literal('hostileLink'),
    ...when,
    baseUrl: z.url().default('https://graph.hostile.example'),
  }),
  z.strictObject({
    type: z.literal('redirect'),
    ...when,
    location: z.url().default('https://graph.hostile.example/v1.0/groups'),
  }),
  /** 410 Gone with the restart address in Location. */
  z.strictObject({ type: z.literal('resync'), ...when }),
  /** 401 that requires a fresh token with these claims: continuous access evaluation. */
  z.strictObject({ type: z.literal('claimsChallenge'), ...when }),
  /** Any AADSTS number, with Entra's wording (entra/aadsts-catalog.ts). */
  z.strictObject({
    type: z.literal('aadsts'),
    ...when,
    endpoint: z.enum(['token', 'authorize', 'adminconsent']).default('token'),
    code: z.int().min(1),
    /** Token endpoint only: for this grant type. */
    grantType: z.enum(['client_credentials', 'authorization_code', 'refresh_token']).optional(),
    /** Pages only: before sign-in, after it, or when Accept is pressed. */
    moment: z.enum(['open', 'signIn', 'accept']).default('signIn'),
    /** Pages only: where the flow ends, when it is not to end where Entra ends it. */
    place: z.enum(['page', 'redirect']).optional(),
    /** Replaces the text of the catalog. */
    error: z.string().optional(),
    suberror: z.string().optional(),
    message: z.string().optional(),
  }),
]);

/** Everything about Graph's answers that a test, the tour or the bench may set. Plain JSON. */
export const faultSettingsSchema = z.strictObject({
  /** Milliseconds added to every answer; the first matching endpoint overrides the default. */
  latency: z
    .strictObject({
      default: z.number().min(0).default(0),
      /** Added for every four parts of a batch. */
      perFourBatchParts: z.number().min(0).default(0),
      endpoints: z.array(z.strictObject({ endpoint, milliseconds: z.number().min(0) })).default([]),
    })
    .prefault({}),
  pageSizes: z
    .strictObject({
      default: z.int().min(1).default(100),
      maximum: z.int().min(1).default(999),
      /** Maximum page size of a list, whatever `$top` requests. */
      most: z.int().min(1).default(999),
      /**
       * Maximum of groups, and of member references, on one groups/delta page; the page ends at whichever is
       * reached first.
       */
      deltaGroups: z.int().min(1).default(200),
      deltaMembers: z.int().min(1).default(5000),
      deltaUsers: z.int().min(1).default(200),
    })
    .prefault({}),
  /** Behavior that Graph allows for delta queries and that clients must tolerate. */
  delta: z
    .strictObject({
      /** Graph promises no order; `scattered` also puts the rest of a large group after all other objects. */
      order: z.enum(['created', 'scattered']).default('created'),
      /** Members of one group that are reported together when scattered. */
      membersAtATime: z.int().min(1).default(1000),
      /** Every nth object is reported twice on its page; null: none. */
      repeatEvery: z.int().min(1).nullable().default(null),
      /** A later round repeats this many changes from the round before. */
      replayed: z.int().min(0).default(0),
      /** A later round leaves this many of the newest changes for the next round. */
      late: z.int().min(0).default(0),
      /** The first round also reports permanently deleted objects as removed. */
      removedAtFirst: z.boolean().default(false),
    })
    .prefault({}),
  batch: z
    .strictObject({
      /**
       * The envelope's status when a part was throttled: newer Microsoft pages mention only 200, older ones
       * 424.
       */
      throttledStatus: z.union([z.literal(200), z.literal(424)]).default(200),
    })
    .prefault({}),
  tokens: z
    .strictObject({
      /** On the effect clock; older tokens are answered with Directory_ExpiredPageToken. */
      pageTokenMinutes: z.number().positive().default(60),
      deltaTokenDays: z.number().positive().default(7),
    })
    .prefault({}),
  faults: z.array(faultSchema).default([]),
});

export type Fault = z.output<typeof faultSchema>;
/** An Entra fault, by its AADSTS number. */
export type AadstsFault = Extract<Fault, { readonly type: 'aadsts' }>;
export type FaultSettings = z.output<typeof faultSettingsSchema>;
