import { z } from 'zod';

/** Limits of the identity and access service in resource units. Plain JSON. */
export const throttleSettingsSchema = z.strictObject({
  enabled: z.boolean().default(true),
  /** Units of one app in one tenant within ten seconds: under 50, 50 to 500, over 500 users. */
  unitsPerTenSeconds: z
    .strictObject({
      small: z.number().positive().default(3500),
      medium: z.number().positive().default(5000),
      large: z.number().positive().default(8000),
    })
    .prefault({}),
  /** Units of one app in all tenants within twenty seconds. */
  unitsOfAppPerTwentySeconds: z.number().positive().default(150_000),
  /** Seconds; the minimum of Retry-After. */
  minimumRetryAfter: z.number().min(0).default(1),
  /** Whether a refused call is charged too. */
  countRefused: z.boolean().default(false),
});

export type ThrottleSettings = z.output<typeof throttleSettingsSchema>;

export type Charge =
  | { readonly ok: true; readonly usedShare: number }
  | {
      readonly ok: false;
      readonly usedShare: number;
      /** Seconds, to the millisecond. */
      readonly retryAfter: number;
      readonly scope: string;
    };

interface Bucket {
  level: number;
  at: number;
}

/** Token buckets by app and tenant, full at the start, refilled continuously. */
export class ThrottleStore {
  readonly #now: () => number;
  #settings: ThrottleSettings = throttleSettingsSchema.parse({});
  #buckets = new Map<string, Bucket>();

  /** `now` is the running time in milliseconds, not the effect clock. */
  constructor(now: () => number) {
    this.#now = now;
  }

  get settings(): ThrottleSettings {
    return this.#settings;
  }

  /** Replaces the settings and fills all buckets; throws a ZodError that names the wrong field. */
  set(input: unknown): ThrottleSettings {
    this.#settings = throttleSettingsSchema.parse(input);
    this.#buckets = new Map();
    return this.#settings;
  }

  /** Takes `units` from the app's buckets, or returns when they will be available. */
  charge(appId: string, tenantId: string, users: number, units: number): Charge {
    const settings = this.#settings;
    if (!settings.enabled) return { ok: true, usedShare: 0 };
    const sizes = settings.unitsPerTenSeconds;
    const inTenant = users < 50 ? sizes.small : users <= 500 ? sizes.medium : sizes.large;
    const limits = [
      [`Tenant_Application/ReadWrite/${appId}/${tenantId}`, inTenant, 10],
      [`Application/ReadWrite/${appId}`, settings.unitsOfAppPerTwentySeconds, 20],
    ] as const;
    const buckets = limits.map(([scope, capacity, seconds]) => ({
      scope,
      capacity,
      rate: capacity / seconds,
      bucket: this.#refilled(scope, capacity, capacity / seconds),
    }));
    const full = buckets.find(({ bucket }) => bucket.level < units);
    if (full === undefined || settings.countRefused)
      for (const { bucket } of buckets) bucket.level -= units;
    const usedShare = Math.max(
      ...buckets.map(({ bucket, capacity }) => 1 - bucket.level / capacity),
    );
    if (full === undefined) return { ok: true, usedShare };
    const wait = (units - full.bucket.level) / full.rate;
    const retryAfter = Math.max(settings.minimumRetryAfter, Math.ceil(wait * 1000) / 1000);
    return { ok: false, usedShare: Math.max(1, usedShare), retryAfter, scope: full.scope };
  }

  #refilled(scope: string, capacity: number, unitsPerSecond: number): Bucket {
    const now = this.#now();
    const bucket = this.#buckets.get(scope) ?? { level: capacity, at: now };
    bucket.level = Math.min(capacity, bucket.level + ((now - bucket.at) / 1000) * unitsPerSecond);
    bucket.at = now;
    this.#buckets.set(scope, bucket);
    return bucket;
  }
}
