import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { findBrowser } from '../../../scripts/find-browser.ts';
import { startPracticeCloud } from '../../support/practice-cloud.ts';
import type { PracticeCloud } from '../../support/practice-cloud.ts';
import { startStoryHost } from '../../support/story-host/start-story-host.ts';
import { percentile } from '../statistics.ts';
import { measureList } from './measure-list.ts';
import { watchPage } from './measured-page.ts';
import type { ActionCost, LongTask } from './measured-page.ts';

export interface ListBenchOptions {
  readonly groups: number;
  readonly memberships: number;
  readonly say: (line: string) => void;
}

/** How many long tasks of each action are printed: those with the longest thread time. */
const printed = 3;

/** What the groups list cost the page's thread. */
export interface ListBenchResult {
  /** Number of rows in the list. */
  readonly groups: number;
  /** All tasks over 50 ms, each with its action and what ran. */
  readonly longTasks: readonly LongTask[];
  /** The tasks in which the page's thread itself ran for more than 50 ms. */
  readonly ranOver50Ms: number;
  /** The longest thread time of any task over 50 ms, ms; 0 when there was none. */
  readonly longestRanMs: number;
  /** 95th percentile of the time between two frames of the scripted scrolls, ms. */
  readonly frameP95Ms: number;
}

/**
 * Measures the built screens in real Chromium over the real web host, whose store a real sync has filled from
 * a practice cloud in a separate process. Needs `npm run build` before.
 *
 * @throws Error when no Chromium is found, or the sync does not end.
 */
export async function benchList(options: ListBenchOptions): Promise<ListBenchResult> {
  const { groups, memberships, say } = options;
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium was found.');
  const cloud = await startPracticeCloud({
    args: ['--groups', String(groups), '--memberships', String(memberships)],
  });
  const folder = await mkdtemp(join(tmpdir(), 'evergrant-list-'));
  const host = await startHost(cloud, folder);
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await watchPage(page);
    await page.goto(await host.link());
    await page.getByRole('button', { name: 'Open Evergrant' }).click();
    await syncAll(page, cloud);
    const rows = Number(
      await page.getByRole('table', { name: 'Groups' }).getAttribute('aria-rowcount'),
    );
    say(`${rows - 1} groups in the list`);
    return told(await measureList(browser, page), rows - 1, say);
  } finally {
    await browser.close();
    await host.stop();
    await cloud.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}

async function startHost(cloud: PracticeCloud, folder: string) {
  const keyFile = join(folder, 'key');
  await writeFile(keyFile, randomBytes(32).toString('hex'), { mode: 0o600 });
  const { connector, cloudFile } = cloud.manifest;
  return await startStoryHost({
    dataDir: join(folder, 'data'),
    keyFile,
    furnish: {
      name: connector.name,
      clientId: connector.clientId,
      cloudFile,
      certificateFile: connector.certificateFile,
      domains: [cloud.customer('large').primaryDomain],
    },
  });
}

/** Opens the large customer's groups and syncs them, as a technician does. */
async function syncAll(page: Page, cloud: PracticeCloud): Promise<void> {
  const { tenantId } = cloud.customer('large');
  await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
  await page.evaluate(`location.hash = '/groups/${tenantId}'`);
  await page.getByRole('button', { name: 'Sync', exact: true }).click();
  await page.getByText(/^(Synced|The last sync) /).waitFor({ timeout: 20 * 60_000 });
  await page.getByRole('table', { name: 'Groups' }).getByRole('link').first().waitFor();
}

function told(
  costs: readonly ActionCost[],
  groups: number,
  say: ListBenchOptions['say'],
): ListBenchResult {
  for (const { name, frames, longTasks } of costs) {
    const pace =
      frames.length === 0
        ? ''
        : `, frames p50 ${percentile(frames, 0.5).toFixed(1)} p95 ${percentile(frames, 0.95).toFixed(1)} max ${Math.max(...frames).toFixed(1)} ms`;
    const own = longTasks.filter(({ ranMs }) => ranMs > 50).length;
    say(
      `${name}: ${longTasks.length} tasks over 50 ms by the clock, ${own} of its own time${pace}`,
    );
    const longest = longTasks.toSorted((one, other) => other.ranMs - one.ranMs);
    for (const task of longest.slice(0, printed)) {
      const ran = task.scripts.length === 0 ? 'no script of ours' : task.scripts.join('; ');
      say(`  ${task.milliseconds} ms, of which the thread ran ${task.ranMs} ms: ${ran}`);
    }
  }
  const longTasks = costs.flatMap((cost) => cost.longTasks);
  return {
    groups,
    longTasks,
    ranOver50Ms: longTasks.filter(({ ranMs }) => ranMs > 50).length,
    longestRanMs: Math.max(0, ...longTasks.map(({ ranMs }) => ranMs)),
    frameP95Ms:
      Math.round(
        percentile(
          costs.flatMap(({ frames }) => frames),
          0.95,
        ) * 10,
      ) / 10,
  };
}
