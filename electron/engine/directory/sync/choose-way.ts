import type { Millis } from '../../kernel/ports.ts';

/** After this many delta pages, the sync chooses once between delta and lists. */
export const measuredPages = 3;
/**
 * Delta is always kept when its pages arrive faster than this: below about 330 ms it is faster than lists,
 * whatever the number of groups. Source: docs/performance.md.
 */
const slowPageMs: Millis = 330;
/** Lists must be this many times as fast for a switch to be worthwhile. */
const worthwhile = 1.25;
/** About four parts of a batch are processed at the same time (not documented; measured). */
const partsAtOnce = 4;

/** Measurements from the first pages of a delta stream. */
export interface Measured {
  /** Milliseconds from request to answer for each page, excluding waits that the service asked for. */
  readonly pageMs: readonly Millis[];
  /** Objects in those pages. */
  readonly objects: number;
  /** How many there will be; null if unknown. */
  readonly expected: number | null;
  /** Milliseconds that a small request takes. */
  readonly smallAnswerMs: Millis;
}

/** The cost of reading lists, in addition to their own pages. */
export interface ListCosts {
  readonly pageSize: number;
  /** Batches per object, parts per batch, and batches in flight; 0: no members. */
  readonly batchesPerObject: number;
  readonly partsPerBatch: number;
  readonly batchesAtOnce: number;
  /** Milliseconds until the throttle budget has covered the cost of all members. */
  readonly budgetMs: (objects: number) => Millis;
}

/** Whether a page was so slow that lists may be faster. */
export const isSlowPage = (pageMs: Millis): boolean => pageMs >= slowPageMs;

/** Whether the rest of a delta stream would take longer than reading everything again as lists. */
export function listsAreFaster(measured: Measured, costs: ListCosts): boolean {
  const { pageMs, objects, expected, smallAnswerMs } = measured;
  const page = median(pageMs);
  if (expected === null || objects === 0 || !isSlowPage(page)) return false;
  const deltaMs = (Math.max(0, expected - objects) / objects) * pageMs.length * page;
  const batchMs = smallAnswerMs * (1 + costs.partsPerBatch / partsAtOnce);
  const batches = expected * costs.batchesPerObject;
  const membersMs = batches === 0 ? 0 : (batches / costs.batchesAtOnce) * batchMs;
  const listMs = Math.ceil(expected / costs.pageSize) * smallAnswerMs;
  return deltaMs > worthwhile * (listMs + Math.max(membersMs, costs.budgetMs(expected)));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
