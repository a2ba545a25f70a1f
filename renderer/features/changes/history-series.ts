import type { KeptSync } from '../../../electron/contract/sync.ts';

/** What the history shows for each sync. */
export const counted = ['groups', 'people', 'memberships'] as const;
export type Counted = (typeof counted)[number];

/** One sync of a history. */
export interface HistoryPoint {
  readonly id: string;
  readonly count: number;
  /** How many were added, removed or changed since the previous sync; null if unknown. */
  readonly changes: number | null;
}

/** One kind of object over the syncs, oldest first. */
export function seriesOf(history: readonly KeptSync[], what: Counted): readonly HistoryPoint[] {
  return history.toReversed().map(({ id, counts, changes }) => ({
    id,
    count: counts[what === 'people' ? 'users' : what],
    changes: changes === null ? null : total(changes[what]),
  }));
}

/** How many changes of any kind. */
export function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The size of a drawing, in its own units. */
export interface DrawingSize {
  readonly width: number;
  readonly height: number;
}

/**
 * A series as it is drawn: a line through the centers of equal columns, and a bar in each column that had
 * changes.
 */
export interface HistoryDrawing {
  /** The points of an SVG `polyline`. */
  readonly line: string;
  readonly bars: readonly {
    readonly id: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

/** The line's share of the height; the bars are below it. */
const lineShare = 0.6;

/** Lays out a series: the line is scaled between its minimum and maximum, and flat if nothing changed. */
export function drawSeries(
  series: readonly HistoryPoint[],
  { width, height }: DrawingSize,
): HistoryDrawing {
  const column = width / Math.max(1, series.length);
  const counts = series.map(({ count }) => count);
  const least = Math.min(...counts);
  const range = Math.max(...counts) - least;
  const lineHeight = height * lineShare - 8;
  const most = Math.max(1, ...series.map(({ changes }) => changes ?? 0));
  const barHeight = height * (1 - lineShare);
  const middles = series.map(({ count }, index) => {
    const share = range === 0 ? 0.5 : (count - least) / range;
    return [(index + 0.5) * column, 4 + lineHeight * (1 - share)] as const;
  });
  return {
    line: middles.map(([x, y]) => `${round(x)},${round(y)}`).join(' '),
    bars: series.flatMap(({ id, changes }, index) => {
      if (changes === null || changes === 0) return [];
      const tall = Math.max(2, (changes / most) * barHeight);
      const thick = Math.min(14, column * 0.6);
      const x = round((index + 0.5) * column - thick / 2);
      return [{ id, x, y: round(height - tall), width: round(thick), height: round(tall) }];
    }),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
