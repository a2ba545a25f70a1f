import { lowerBound } from '../directory/sorted-indexes.ts';

/** The order in which a round reports its objects. */
export interface DeltaOrder {
  readonly indexes: readonly number[];
  /** The position of an object for a page token; it stays valid when objects are added. */
  readonly place: (index: number) => number;
  /** The index into `indexes` after a position. */
  readonly following: (place: number) => number;
}

/** In creation order. `indexes` ascend. */
export function orderOfCreation(indexes: readonly number[]): DeltaOrder {
  return {
    indexes,
    place: (index) => index,
    following: (place) => lowerBound(indexes, place + 1),
  };
}

/**
 * In an order that a client can't guess, the same in every round. Sorts everything on each call: for small
 * tenants.
 */
export function scatteredOrder(indexes: readonly number[]): DeltaOrder {
  const ordered = indexes
    .map((index) => ({ index, at: scatter(index) }))
    .sort((a, b) => a.at - b.at);
  return {
    indexes: ordered.map(({ index }) => index),
    place: scatter,
    following: (place) => {
      const found = ordered.findIndex(({ at }) => at > place);
      return found < 0 ? ordered.length : found;
    },
  };
}

/** One-to-one on 32 bits: multiplies by an odd factor (Knuth, TAOCP volume 3, §6.4). */
const scatter = (index: number): number => Math.imul(index + 1, 0x9e3779b1) >>> 0;
