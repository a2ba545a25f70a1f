import { lowerBound } from '../directory/sorted-indexes.ts';

/** The order in which a round tells its objects. */
export interface DeltaOrder {
  readonly indexes: readonly number[];
  /** Where an object stands: what a page token keeps, good however many objects are added. */
  readonly place: (index: number) => number;
  /** The position in `indexes` after a place. */
  readonly following: (place: number) => number;
}

/** As objects were made. `indexes` ascend. */
export function orderOfCreation(indexes: readonly number[]): DeltaOrder {
  return {
    indexes,
    place: (index) => index,
    following: (place) => lowerBound(indexes, place + 1),
  };
}

/** In no order that a client could guess, the same in every round. Sorts everything anew: for small tenants. */
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

/** One to one on 32 bits: an odd factor (Knuth, TAOCP volume 3, §6.4). */
const scatter = (index: number): number => Math.imul(index + 1, 0x9e3779b1) >>> 0;
