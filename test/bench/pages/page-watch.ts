// A script of a measured page, not a module: `measured-page.ts` loads it into the page before the page's own.

/** Missing from TypeScript's DOM types (W3C Long Animation Frames). */
interface LongFrame extends PerformanceEntry {
  readonly scripts: readonly {
    /** What called it, for example `MessagePort.onmessage`. */
    readonly invoker: string;
    readonly sourceFunctionName: string;
    readonly duration: number;
  }[];
}

/** An animation frame that took longer than 50 ms, with what ran in it. */
interface SeenFrame {
  readonly start: number;
  readonly end: number;
  readonly scripts: readonly string[];
}

/** Watches a measured page and performs frame-by-frame actions on it. */
const watch = (() => {
  const seenTasks: { readonly start: number; readonly duration: number }[] = [];
  const seenFrames: SeenFrame[] = [];
  const takeTasks = (entries: PerformanceEntryList): void => {
    for (const { startTime, duration } of entries) seenTasks.push({ start: startTime, duration });
  };
  const takeFrames = (entries: PerformanceEntryList): void => {
    for (const entry of entries) {
      const { scripts } = entry as LongFrame;
      seenFrames.push({
        start: entry.startTime,
        end: entry.startTime + entry.duration,
        scripts: scripts.map(
          ({ invoker, sourceFunctionName, duration }) =>
            `${invoker} ${sourceFunctionName} ${Math.round(duration)} ms`,
        ),
      });
    }
  };
  const tasks = new PerformanceObserver((list) => takeTasks(list.getEntries()));
  const frames = new PerformanceObserver((list) => takeFrames(list.getEntries()));
  tasks.observe({ type: 'longtask' });
  frames.observe({ type: 'long-animation-frame' });

  return {
    /** Resolves when the previous actions have been drawn. */
    drawn: (): Promise<void> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
    /** The tasks since the last call, with the scripts of the frames that overlap them. */
    take: () => {
      takeTasks(tasks.takeRecords());
      takeFrames(frames.takeRecords());
      const around = seenFrames.splice(0);
      return seenTasks.splice(0).map(({ start, duration }) => ({
        start,
        milliseconds: Math.round(duration),
        scripts: around
          .filter((frame) => frame.start < start + duration && start < frame.end)
          .flatMap(({ scripts }) => scripts),
      }));
    },
    /**
     * Scrolls the list on the page down by `step` px per frame, and back up; resolves with each frame's ms.
     */
    scroll: (step: number, count: number): Promise<readonly number[]> =>
      new Promise((resolve) => {
        const row = document.querySelector('[role="table"] [data-row]');
        const scroller = row?.closest('[role="rowgroup"]');
        if (!scroller) throw new Error('There is no list on the page.');
        const times: number[] = [];
        let last = performance.now();
        const next = (now: number): void => {
          times.push(now - last);
          last = now;
          scroller.scrollTop += times.length <= count / 2 ? step : -step;
          if (times.length < count) requestAnimationFrame(next);
          else resolve(times.slice(1));
        };
        requestAnimationFrame(next);
      }),
  };
})();
Object.assign(globalThis, { evergrantWatch: watch });
