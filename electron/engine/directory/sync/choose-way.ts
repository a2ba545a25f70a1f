import type { Millis } from '../../kernel/ports.ts';

/** After so many delta pages the way is chosen, once. */
export const measuredPages = 3;
/**
 * Delta pages that come faster than this are never given up: below about 330 ms they win against
 * lists whatever the number of groups. Source: docs/performance.md.
 */
const slowPageMs: Millis = 330;
/** Changing the way must pay: lists have to be so many times as fast. */
const worthwhile = 1.25;
/** Parts of a batch are answered about four at a time (entra-graph §5 leaves it open; measured). */
const partsAtOnce = 4;

/** What the first pages of a delta stream told. */
export interface Measured {
  /** Milliseconds from asking to the answer, for each page, waits that we were asked for left out. */
  readonly pageMs: readonly Millis[];
  /** Objects in those pages. */
  readonly objects: number;
  /** How many there will be; null where nobody told. */
  readonly expected: number | null;
  /** Milliseconds that a small question takes. */
  readonly smallAnswerMs: Millis;
}

/** What reading lists would take beside their own pages. */
export interface ListCosts {
  readonly pageSize: number;
  /** Batches for each object, how many parts each has, how many are under way at once; 0: no members. */
  readonly batchesPerObject: number;
  readonly partsPerBatch: number;
  readonly batchesAtOnce: number;
  /** Milliseconds until the throttle budget has had what all members cost. */
  readonly budgetMs: (objects: number) => Millis;
}

/** A page that comes so slowly that lists may be faster. */
export const isSlowPage = (pageMs: Millis): boolean => pageMs >= slowPageMs;

/** Whether the rest of a delta stream would take longer than reading everything anew as lists. */
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
