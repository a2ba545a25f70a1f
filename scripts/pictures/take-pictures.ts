import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { browserArgs } from '../../test/e2e/support/browser-args.ts';
import prepareStories from '../../test/support/programs/prepare-stories.ts';
import { projectDir } from '../bundles.ts';
import { findBrowser, missingBrowserSentence } from '../find-browser.ts';
import { buildProduct } from '../tour/product.ts';
import { draw, usualLook } from './draw.ts';
import { openStudio } from './open-studio.ts';
import type { Scene, State, Studio } from './scene.ts';

const folder = path.join(projectDir, 'out/pictures');

/** The result of a run. */
export interface Pictures {
  readonly drawn: number;
  readonly faults: readonly string[];
}

/**
 * Draws the states whose names contain one of the wanted parts, or all of them, into `out/pictures/`. In a
 * scene, states before a wanted one are prepared without being drawn.
 */
export async function takePictures(
  scenes: readonly Scene[],
  wanted: readonly string[],
  say: (line: string) => void,
): Promise<Pictures> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(missingBrowserSentence);
  const isWanted = ({ name }: State): boolean =>
    wanted.length === 0 || wanted.some((part) => name.includes(part));
  buildProduct();
  if (wanted.length === 0) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const tidyUp = await prepareStories();
  const browser = await chromium.launch({ executablePath, args: [...browserArgs] });
  const faults: string[] = [];
  const found = (fault: string): void => {
    faults.push(fault);
    say(fault);
  };
  let drawn = 0;
  try {
    for (const scene of scenes) {
      if (!scene.states.some(isWanted)) continue;
      say(`${scene.title}:`);
      drawn += await play(browser, scene, isWanted, { say, found });
    }
  } finally {
    await browser.close();
    await tidyUp();
  }
  return { drawn, faults };
}

/** Plays a scene up to its last wanted state; returns how many states were drawn. */
async function play(
  browser: Browser,
  scene: Scene,
  isWanted: (state: State) => boolean,
  { say, found }: { say(line: string): void; found(fault: string): void },
): Promise<number> {
  const studio = await openStudio(browser, scene);
  let drawn = 0;
  let current = scene.title;
  listen(studio.page, (fault) => found(`${current}: ${fault}`));
  try {
    await usualLook(studio.page);
    for (const state of scene.states.slice(0, scene.states.findLastIndex(isWanted) + 1)) {
      current = state.name;
      try {
        await bringAbout(studio, state);
        if (!isWanted(state)) continue;
        // Moves the pointer, so that the last pressed element is not drawn as hovered.
        await studio.page.mouse.move(0, 0);
        for (const fault of await draw(studio.page, folder, state.name)) found(fault);
        say(`  ${state.name}`);
        drawn += 1;
      } catch (error) {
        await studio.page.screenshot({ path: path.join(folder, `${state.name}-stopped.png`) });
        found(`${state.name}: did not come about: ${firstLines(error)}`);
      }
    }
  } finally {
    await studio.close();
  }
  return drawn;
}

async function bringAbout(studio: Studio, { address, prepare }: State): Promise<void> {
  const given = typeof address === 'function' ? await address(studio) : address;
  const { customer } = studio.cloud;
  if (given !== null)
    await studio.open(given.replaceAll(/\{(\w+)\}/g, (_, key: string) => customer(key).tenantId));
  await prepare?.(studio);
}

/** The first three lines of the error: they name what was awaited; the rest only repeats the attempts. */
function firstLines(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return stripVTControlCharacters(message).split('\n').slice(0, 3).join(' ');
}

function listen(page: Page, hear: (fault: string) => void): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) hear(message.text());
  });
  page.on('pageerror', (error) => hear(error.message));
}
