import type { Nesting } from '../../../electron/contract/nesting.ts';
import { groupAt, id } from './sample-data.ts';

/** Levels and arrows around the group of a place: two above, a fan below, a circle at the bottom. */
export function nestingAround(tenantId: string, index: number): Nesting {
  const level = new Map([
    [index, 0],
    [index + 1, -1],
    [index + 9, -2],
    [index + 2, 1],
    [index + 3, 1],
    [index + 4, 1],
    [index + 5, 2],
    [index + 6, 2],
  ]);
  const arrows = [
    [index + 9, index + 1],
    [index + 1, index],
    [index, index + 2],
    [index, index + 3],
    [index, index + 4],
    [index + 3, index + 5],
    [index + 4, index + 5],
    [index + 4, index + 6],
    [index + 6, index + 4],
  ] as const;
  return {
    nodes: [...level].map(([at, level]) => ({ group: groupAt(tenantId, at), level })),
    edges: arrows.map(([from, to]) => ({ from: id(7, from), to: id(7, to) })),
    more: false,
  };
}
