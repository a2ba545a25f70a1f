import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { rowHeight } from './window-row.tsx';

/** Which row of a table has the tab stop, and the keys that move it. */
export interface RowKeys {
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Moves the focus between the rows of a table that renders only the visible ones: a row that a key leads to
 * gets the focus once it has loaded.
 */
export function useRowKeys({
  scroller,
  total,
  topic,
  scrollTo,
}: {
  /** Holds the rows and scrolls them. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly total: number;
  /** What the table shows; a changed value scrolls it to its top. */
  readonly topic: string;
  readonly scrollTo: (index: number) => void;
}): RowKeys {
  const [active, setActive] = useState(0);
  /** The row that a key requested, until it has the focus. */
  const wanted = useRef<number | null>(null);
  const [begun, setBegun] = useState(topic);
  if (begun !== topic) {
    setBegun(topic);
    setActive(0);
  }
  const shown = useRef(topic);
  useEffect(() => {
    if (shown.current === topic) return;
    shown.current = topic;
    wanted.current = null;
    scroller.current?.scrollTo({ top: 0 });
  }, [topic, scroller]);
  // Before the next key: a later effect would focus the row that an earlier key requested.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const link = scroller.current?.querySelector<HTMLElement>(
      `[data-row="${wanted.current}"] a, [data-row="${wanted.current}"][tabindex]`,
    );
    if (!link) {
      // The row is loading, and the focused one may be gone: keys must not be lost.
      scroller.current?.focus({ preventScroll: true });
      return;
    }
    wanted.current = null;
    link.focus();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const height = scroller.current?.clientHeight ?? rowHeight;
    const target = targetOf(event.key, wanted.current ?? active, { total, height });
    if (target === undefined || total === 0) return;
    event.preventDefault();
    const next = Math.min(total - 1, Math.max(0, target));
    wanted.current = next;
    scrollTo(next);
    setActive(next);
  };
  return { active, setActive, onKeyDown };
}

/** The row that a key leads to, which may be out of range; undefined for every other key. */
function targetOf(
  key: string,
  now: number,
  { total, height }: { readonly total: number; readonly height: number },
): number | undefined {
  const page = Math.max(1, Math.floor(height / rowHeight) - 1);
  const steps: Record<string, number> = {
    ArrowDown: now + 1,
    ArrowUp: now - 1,
    PageDown: now + page,
    PageUp: now - page,
    Home: 0,
    End: total - 1,
  };
  return steps[key];
}
