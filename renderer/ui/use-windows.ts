import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Rows are fetched in windows of this size; a screen never holds a whole list. */
export const windowSize = 200;

/** During fast scrolling, visible rows are fetched only this often, in ms: no one reads the rows between. */
const lookMs = 80;

/** One window of a long list, as the engine serves it. */
export interface ListWindow<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** A long list, of which only the visible windows are loaded. */
export interface Windowed<Window extends ListWindow<unknown>> {
  /** The first window; undefined before the first answer. */
  readonly first: Window | undefined;
  /** Why a window is missing: the first window's reason takes precedence. */
  readonly error: Error | null;
  /** Fetches the failed windows again. */
  readonly again: () => void;
  readonly total: number;
  /** Undefined while the row is loading, null if loading failed. */
  readonly rowAt: (index: number) => Window['rows'][number] | undefined | null;
  /** Reports which rows are visible; a stable list of windows keeps its answers. */
  readonly show: (from: number, to: number) => void;
}

/**
 * Loads a long list window by window.
 *
 * @param keyOf the query key of a window, by its number
 * @param read fetches `windowSize` rows from `offset`
 */
export function useWindows<Window extends ListWindow<unknown>>(
  keyOf: (window: number) => readonly unknown[],
  read: (offset: number, limit: number, signal: AbortSignal) => Promise<Window>,
): Windowed<Window> {
  const [range, show] = useRange();
  const head = useQuery({
    queryKey: keyOf(0),
    queryFn: ({ signal }) => read(0, windowSize, signal),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  const numbers: number[] = [];
  for (let number = Math.max(1, range[0]); number <= range[1]; number += 1) numbers.push(number);
  const rest = useQueries({
    queries: numbers.map((number) => ({
      queryKey: keyOf(number),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        read(number * windowSize, windowSize, signal),
      gcTime: 10_000,
    })),
  });
  const asked = [head, ...rest];
  const failed = asked.filter(({ isError }) => isError);
  return {
    first: head.data,
    error: failed[0]?.error ?? null,
    again: () => failed.forEach((one) => void one.refetch()),
    total: head.data?.total ?? 0,
    rowAt: (index) => rowIn(asked[placeOf(index, numbers)], index),
    show,
  };
}

/** The index of a row's window among the queries: the first window, then the numbered ones. */
function placeOf(index: number, numbers: readonly number[]): number {
  const number = Math.floor(index / windowSize);
  return number === 0 ? 0 : numbers.indexOf(number) + 1 || -1;
}

/** A row of its window: undefined while that is loading, null if it failed. */
export function rowIn<Row>(
  window: { readonly data: ListWindow<Row> | undefined; readonly isError: boolean } | undefined,
  index: number,
): Row | undefined | null {
  const row = window?.data?.rows[index % windowSize];
  return row === undefined && window?.isError === true ? null : row;
}

/** The numbers of the first and last visible window; they change at most once in `lookMs`. */
function useRange(): readonly [readonly [number, number], (from: number, to: number) => void] {
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const latest = useRef(range);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  const show = useCallback((from: number, to: number) => {
    latest.current = [Math.floor(from / windowSize), Math.floor(to / windowSize)];
    timer.current ??= setTimeout(() => {
      timer.current = null;
      const [first, last] = latest.current;
      setRange((range) => (range[0] === first && range[1] === last ? range : latest.current));
    }, lookMs);
  }, []);
  return [range, show];
}
