import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { syncCustomer } from '../../../test/e2e/support/sync.ts';
import { shows } from '../moves.ts';
import type { Scene, State, Studio } from '../scene.ts';

const groups = '/groups/{large}';
const cancel = 'Cancel sync';

async function startSync({ page }: Studio): Promise<void> {
  await page.getByRole('button', { name: 'Sync', exact: true }).click();
  await page.getByRole('button', { name: cancel }).waitFor();
}

async function cancelSync({ page }: Studio): Promise<void> {
  await page.getByRole('button', { name: cancel }).click();
  await page.getByRole('button', { name: cancel }).waitFor({ state: 'hidden' });
}

const syncing: readonly State[] = [
  {
    name: 'groups-syncing',
    address: groups,
    async prepare(studio) {
      await studio.cloud.control('POST', '/faults', {
        latency: { endpoints: [{ endpoint: 'groups/delta', milliseconds: 3_000 }] },
        pageSizes: { deltaGroups: 40 },
      });
      await startSync(studio);
      await shows(studio.page, 'Reading groups and memberships');
    },
  },
  {
    name: 'groups-syncing-lists',
    address: groups,
    async prepare(studio) {
      await cancelSync(studio);
      await studio.cloud.control('POST', '/faults', {
        latency: {
          endpoints: [
            { endpoint: 'groups/delta', milliseconds: 600 },
            { endpoint: '$batch', milliseconds: 1_000 },
          ],
        },
        pageSizes: { deltaGroups: 5 },
      });
      await startSync(studio);
      await shows(studio.page, /reads memberships group by group/);
    },
  },
];

/** Must be last: Microsoft's throttling applies to everything that is read after it. */
const slowed: readonly State[] = [
  {
    name: 'groups-syncing-waits',
    address: groups,
    async prepare(studio) {
      await studio.cloud.control('POST', '/faults', {
        faults: [{ type: 'throttled', endpoint: 'groups/delta', count: 1000, retryAfter: 300 }],
      });
      await startSync(studio);
      await shows(studio.page, /asked Evergrant to slow down/);
    },
  },
];

/** Exports the members of all groups, or the groups, in a browser that never fetches the file. */
async function exportUntaken({ page }: Studio, what: string): Promise<void> {
  await page.evaluate('void (HTMLAnchorElement.prototype.click = () => {})');
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('radio', { name: what }).click();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('link', { name: 'Nothing happening?' }).waitFor();
}

/** Exports, and fetches the file with a client that handles the answer as given. */
async function takeBy(studio: Studio, take: (answer: IncomingMessage) => void): Promise<void> {
  const { page } = studio;
  await exportUntaken(studio, 'Effective members of the groups found');
  const href = await page.getByRole('link', { name: 'Nothing happening?' }).getAttribute('href');
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  get(new URL(href ?? '', page.url()), { headers: { cookie } }, take).on('error', () => undefined);
}

const exported: readonly State[] = [
  {
    name: 'groups-end',
    address: '/',
    async prepare(studio) {
      const { page, cloud, technician } = studio;
      await cloud.control('POST', '/faults', {});
      await studio.open(`/groups/${cloud.customer('large').tenantId}`);
      await cancelSync(studio);
      await syncCustomer(technician, cloud.customer('large').primaryDomain);
      const table = page.getByRole('table', { name: 'Groups' });
      await table.locator('[data-row="0"]').getByRole('link').focus();
      await page.keyboard.press('End');
      const count = Number(await table.getAttribute('aria-rowcount')) - 1;
      await table
        .locator(`[data-row="${count - 1}"]`)
        .getByRole('link')
        .waitFor();
    },
  },
  {
    name: 'export-waiting',
    address: groups,
    prepare: (studio) => exportUntaken(studio, 'All groups of'),
  },
  {
    name: 'export-running',
    address: groups,
    async prepare(studio) {
      await takeBy(studio, (answer) => answer.pause());
      await shows(studio.page, /[1-9][\d,]* rows so far|[1-9][\d,]* of [\d,]+ rows/);
    },
  },
  {
    name: 'export-failed',
    address: groups,
    async prepare(studio) {
      await takeBy(studio, (answer) => answer.once('data', () => answer.destroy()));
      await studio.page.locator('[data-export="failed"]').waitFor();
    },
  },
  {
    name: 'export-finished',
    address: groups,
    async prepare({ page }) {
      await page.getByRole('button', { name: 'Export…' }).click();
      await page.getByRole('radio', { name: 'Excel' }).click();
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.locator('[data-export="finished"]').waitFor();
    },
  },
];

/** A customer large enough that operations take noticeable time. */
export const large: Scene = {
  title: 'A large customer',
  customers: ['large'],
  cloudArgs: ['--groups', '1000', '--memberships', '40000'],
  states: [...syncing, ...exported, ...slowed],
};
