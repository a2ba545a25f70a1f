import type { Nesting } from '../../../electron/contract/nesting.ts';

/** A group in the picture, at the top left corner of its box. */
export interface PlacedGroup {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  readonly x: number;
  readonly y: number;
}

/** An arrow from a group to a group in it. */
export interface PlacedArrow {
  readonly from: string;
  readonly to: string;
  /** An SVG path. */
  readonly path: string;
  /** It points up or sideways: the groups form a cycle. */
  readonly back: boolean;
}

/** The nesting picture's layout, in px. */
export interface NestingLayout {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly PlacedGroup[];
  readonly arrows: readonly PlacedArrow[];
}

/** The box of a group, px. */
export const box = { width: 168, height: 40 } as const;
const gap = { x: 24, y: 48 } as const;
const margin = 28;

/**
 * Lays out the groups in rows by their level, containing groups at the top. Within a row they are ordered by
 * the mean position of their neighbors in the row before (the barycenter method of Sugiyama, 1981), so that
 * few arrows cross.
 */
export function layOut({ nodes, edges }: Nesting): NestingLayout {
  const levels = [...new Set(nodes.map(({ level }) => level))].sort((a, b) => a - b);
  const place = new Map<string, number>();
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of edges) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  const rows = levels.map((level) => {
    const row = nodes
      .filter((node) => node.level === level)
      .map(({ group }) => {
        const seen = (neighbours.get(group.id) ?? []).flatMap((id) => place.get(id) ?? []);
        const middle = seen.length === 0 ? 0 : seen.reduce((a, b) => a + b, 0) / seen.length;
        return { group, middle };
      })
      .sort(
        (a, b) =>
          a.middle - b.middle || a.group.displayName.localeCompare(b.group.displayName, 'en'),
      );
    row.forEach(({ group }, index) => place.set(group.id, index - (row.length - 1) / 2));
    return row;
  });
  const widest = Math.max(1, ...rows.map((row) => row.length));
  const width = widest * (box.width + gap.x) - gap.x + 2 * margin;
  const groups = rows.flatMap((row, down) =>
    row.map(({ group }) => ({
      id: group.id,
      name: group.displayName,
      level: levels[down] ?? 0,
      x: width / 2 + (place.get(group.id) ?? 0) * (box.width + gap.x) - box.width / 2,
      y: margin + down * (box.height + gap.y),
    })),
  );
  const placed = new Map(groups.map((group) => [group.id, group]));
  return {
    width,
    height: rows.length * (box.height + gap.y) - gap.y + 2 * margin,
    groups,
    arrows: edges.flatMap(({ from, to }) => {
      const [start, end] = [placed.get(from), placed.get(to)];
      return start && end ? [arrowBetween(start, end)] : [];
    }),
  };
}

function arrowBetween(start: PlacedGroup, end: PlacedGroup): PlacedArrow {
  const back = start.level >= end.level;
  const ends = { from: start.id, to: end.id, back };
  const [x1, x2] = [start.x + box.width / 2, end.x + box.width / 2];
  if (!back) {
    const [y1, y2] = [start.y + box.height, end.y - 6];
    const middle = (y1 + y2) / 2;
    return { ...ends, path: `M${x1} ${y1} C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}` };
  }
  // Off-center, so that it does not cover the arrow that leads down.
  const [from, to] = [x1 + 36, x2 + 36];
  const y2 = end.y + box.height + 6;
  const y1 = start.level > end.level ? start.y : start.y + box.height;
  const middle = start.level > end.level ? (y1 + y2) / 2 : y1 + gap.y / 2;
  return { ...ends, path: `M${from} ${y1} C${from} ${middle} ${to} ${middle} ${to} ${y2}` };
}
