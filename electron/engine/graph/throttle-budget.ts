import type { Clock, Millis } from '../kernel/ports.ts';
import type { ThrottleNews } from './graph.ts';

/**
 * Resource units that one app may spend in one tenant within ten seconds, by the tenant's size: under 50
 * users, up to 500, more. Source: learn.microsoft.com/graph/throttling-limits (identity and access).
 */
const unitsPerTenSeconds = [
  { below: 50, units: 3_500 },
  { below: 501, units: 5_000 },
  { below: Number.POSITIVE_INFINITY, units: 8_000 },
] as const;

/** Others may use the same limit: leaves them a small share of the burst and of the refill per second. */
const shareAtOnce = 0.95;
const shareOfRefill = 0.985;
/** The service refuses at and above its limit: this long, no request is sent. */
const breather: Millis = 1_000;

/**
 * What may still be requested of one tenant: a bucket that empties with each request and refills over time,
 * so that the limit is reached but never exceeded. All requests of a sync share one budget.
 */
export interface ThrottleBudget {
  /** Waits until the units are available, in the order of calls. Rejects when the signal aborts. */
  take(units: number, signal?: AbortSignal): Promise<void>;
  /** Applies what an answer reported: its real cost, and how close the limit is. */
  hear(news: ThrottleNews, expectedUnits: number): void;
  /** Sends nothing before this time, as the service asked. */
  pauseUntil(moment: Millis): void;
  /** Sets the tenant's size once it is known; until then the smallest size is assumed. */
  resize(users: number): void;
  /** Milliseconds until this many units will be available. */
  timeFor(units: number): Millis;
}

/** Makes the budget of one tenant, initially full. */
export function createThrottleBudget(clock: Clock): ThrottleBudget {
  let limit: number = unitsPerTenSeconds[0].units;
  let level = limit * shareAtOnce;
  let at = clock.now();
  let closedUntil: Millis = 0;
  let last: Promise<unknown> = Promise.resolve();

  const perMillisecond = (): number => (limit * shareOfRefill) / 10_000;
  const refill = (): void => {
    const now = clock.now();
    level = Math.min(limit * shareAtOnce, level + Math.max(0, now - at) * perMillisecond());
    at = now;
  };
  const wait = async (units: number, signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
    for (;;) {
      refill();
      const closed = closedUntil - at;
      const missing = Math.min(units, limit * shareAtOnce) - level;
      if (closed <= 0 && missing <= 0) break;
      await clock.sleep(Math.max(closed, Math.ceil(missing / perMillisecond()), 1), signal);
    }
    level -= units;
  };

  return {
    take(units, signal) {
      const mine = last.then(() => wait(units, signal));
      last = mine.catch(() => undefined);
      return mine;
    },
    hear({ limitPercentage, resourceUnits }, expectedUnits) {
      refill();
      if (resourceUnits !== null) level -= resourceUnits - expectedUnits;
      if (limitPercentage === null) return;
      level = Math.min(level, (1 - limitPercentage) * limit);
      if (limitPercentage >= 1) closedUntil = Math.max(closedUntil, at + breather);
    },
    pauseUntil(moment) {
      closedUntil = Math.max(closedUntil, moment);
    },
    resize(users) {
      refill();
      const size = unitsPerTenSeconds.find(({ below }) => users < below);
      const units = size?.units ?? limit;
      level += (units - limit) * shareAtOnce;
      limit = units;
    },
    timeFor(units) {
      refill();
      return Math.max(0, units - level) / perMillisecond();
    },
  };
}
