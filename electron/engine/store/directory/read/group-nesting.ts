import type { Nesting } from '../../../../contract/nesting.ts';
import type { Database } from '../../database/open.ts';
import { createGroupDetail } from './group-detail.ts';
import { createGroupLinks } from './group-links.ts';
import { groupRow } from './group-rows.ts';
import type { GroupColumns } from './group-rows.ts';
import type { TenantView } from './tenant-views.ts';

/** With more groups than this, a diagram is unreadable. */
const largest = 200;

/** Reads the groups around one group, the nearest first, up to `largest`. */
export function createGroupNesting(database: Database) {
  const detail = createGroupDetail(database);
  const links = createGroupLinks(database);

  return (view: TenantView, groupId: string): Nesting | null => {
    const centre = detail.columns(view, groupId);
    if (!centre) return null;
    const nodes = new Map([[centre.no, { row: centre, level: 0 }]]);

    /** Adds the next level on one side; false if the limit is reached. */
    const further = (side: Side, distance: number): boolean => {
      const from = side.edge;
      side.edge = [];
      for (const { no } of from) {
        for (const row of side.next(no, view.sync)) {
          if (side.met.has(row.no)) continue;
          side.met.add(row.no);
          side.edge.push(row);
          if (nodes.has(row.no)) continue;
          if (nodes.size === largest) return false;
          nodes.set(row.no, { row, level: side.sign * distance });
        }
      }
      return true;
    };
    const sides: readonly Side[] = [
      { next: links.above, sign: -1, met: new Set([centre.no]), edge: [centre] },
      { next: links.inside, sign: 1, met: new Set([centre.no]), edge: [centre] },
    ];
    let fits = true;
    for (let distance = 1; fits && sides.some(({ edge }) => edge.length > 0); distance += 1) {
      fits = sides.every((side) => further(side, distance));
    }
    const edges = [...nodes.values()].flatMap(({ row: to }) =>
      links.numbersAbove(to.no, view.sync).flatMap((no) => {
        const from = nodes.get(no)?.row;
        return from ? [{ from: from.id, to: to.id }] : [];
      }),
    );
    return {
      nodes: [...nodes.values()].map(({ row, level }) => ({ group: groupRow(row, view), level })),
      edges,
      more: !fits,
    };
  };
}

/** Groups above or below, one level after the other. */
interface Side {
  readonly next: (no: number, sync: number) => GroupColumns[];
  readonly sign: -1 | 1;
  readonly met: Set<number>;
  edge: GroupColumns[];
}
