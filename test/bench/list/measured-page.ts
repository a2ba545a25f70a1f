import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import typescript from 'typescript';
import { z } from 'zod';
import { threadTasks, zeroMark } from './thread-time.ts';

const seenTask = z.object({
  start: z.number(),
  milliseconds: z.number(),
  scripts: z.array(z.string()),
});

/** One task that blocked the page's thread for longer than 50 ms of wall-clock time (W3C Long Tasks). */
export interface LongTask {
  /** The action during which it ran. */
  readonly during: string;
  readonly milliseconds: number;
  /** The time that the thread ran in it, ms: a busy machine lengthens the wall-clock time, not this one. */
  readonly ranMs: number;
  /** The scripts of the screens that ran in the same animation frame (Long Animation Frames). */
  readonly scripts: readonly string[];
}

/** What one action cost the page. */
export interface ActionCost {
  readonly name: string;
  readonly longTasks: readonly LongTask[];
  /** From one animation frame to the next, ms; empty for actions other than scrolling. */
  readonly frames: readonly number[];
}

const watch = new URL('../pages/page-watch.ts', import.meta.url);

/** Watches every document that the page opens from now on. */
export async function watchPage(page: Page): Promise<void> {
  const script = typescript.transpile(readFileSync(watch, 'utf8'), {
    target: typescript.ScriptTarget.ES2023,
  });
  await page.addInitScript({ content: script });
}

/** Performs an action on a watched page and returns the long tasks it caused. */
export async function costOf(
  browser: Browser,
  page: Page,
  during: string,
  action: () => Promise<readonly number[] | void>,
): Promise<ActionCost> {
  let frames: readonly number[] = [];
  let seen: z.infer<typeof seenTask>[] = [];
  await page.evaluate('evergrantWatch.drawn()');
  await page.evaluate('evergrantWatch.take()');
  const tasks = await threadTasks(browser, page, async () => {
    await page.evaluate(`void performance.mark('${zeroMark}')`);
    frames = (await action()) ?? [];
    await page.evaluate('evergrantWatch.drawn()');
    seen = z.array(seenTask).parse(await page.evaluate('evergrantWatch.take()'));
  });
  const longTasks = seen.map(({ start, milliseconds, scripts }) => {
    const middle = start + milliseconds / 2;
    const task = tasks.find((one) => one.start <= middle && middle <= one.end);
    return { during, milliseconds, ranMs: Math.round(task?.ran ?? milliseconds), scripts };
  });
  return { name: during, frames, longTasks };
}

/**
 * Scrolls the list on a watched page down by `step` px per frame, and back up; returns the time of each
 * frame, ms.
 */
export async function scrollList(
  page: Page,
  step: number,
  frames: number,
): Promise<readonly number[]> {
  return z
    .array(z.number())
    .parse(await page.evaluate(`evergrantWatch.scroll(${step}, ${frames})`));
}
