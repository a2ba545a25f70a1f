import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { connectOwnRegistration } from '../../../scripts/tour/connect.ts';
import { pageCount, syncedCounts } from '../../../scripts/tour/read-page.ts';
import type { PracticeCloud } from '../../support/practice-cloud.ts';
import type { Administrator } from './administrator.ts';
import { groupsContaining, recordOf } from './directory-record.ts';
import { accountOf } from './story.ts';
import { technicianAt } from './technician.ts';

const customer = 'neverGranted';
const searched = 'sales';

/** What the main job needs, with any host. */
export interface MainJob {
  /** Evergrant's first screen, with an empty data folder. */
  readonly page: Page;
  /** Uses a separate browser. */
  readonly administrator: Administrator;
  /** The job ends its network. */
  readonly cloud: PracticeCloud;
  /** The next address that Evergrant opens in the person's own browser. */
  readonly openedAddress: () => Promise<string>;
}

/**
 * The main job: set up the connector, add a customer, have its administrator accept in the browser, see all
 * three permissions verified, sync, and search without the network. Numbers are compared with the cloud's
 * own record.
 */
export async function mainJob(job: MainJob): Promise<void> {
  const { page, administrator, cloud, openedAddress } = job;
  const technician = technicianAt(page);
  const { primaryDomain, tenantId } = cloud.customer(customer);

  await connectOwnRegistration(page, cloud.manifest);
  await technician.addCustomer(primaryDomain);
  await expect(page.getByText(tenantId)).toBeVisible();
  await technician.seesStatus('unknown');

  await technician.grant();
  await technician.seesStatus('consenting');
  await administrator.signIn(
    await openedAddress(),
    accountOf(cloud, customer, 'globalAdministrator'),
  );
  await administrator.accept();
  await expect(administrator.page.getByText('You can close this')).toBeVisible();
  await technician.seesGreen();

  await page.getByRole('link', { name: 'Groups of this customer' }).click();
  const sync = page.getByRole('region', { name: 'Sync' });
  await sync.getByRole('button', { name: 'Sync', exact: true }).click();
  const record = await recordOf(cloud, customer);
  const { groups, memberships } = record.counts;
  expect(await syncedCounts(page)).toEqual({ groups, memberships });
  await pageCount(page, 'Groups', groups);
  const found = await groupsContaining(cloud, customer, searched);
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(groups);

  await cloud.stop();
  await page.getByRole('searchbox', { name: 'Search groups' }).fill(searched);
  const table = page.getByRole('table', { name: 'Groups' });
  await expect(table.locator('[data-row]')).toHaveCount(found.length);
  await table.locator('[data-row]').first().getByRole('link').click();
  await expect.poll(() => found.some((id) => page.url().includes(id))).toBe(true);
  const opened = found.find((id) => page.url().includes(id)) ?? '';
  const direct = record.memberships.get(opened)?.length;
  await expect(page.getByRole('tab', { name: `Direct members (${direct})` })).toBeVisible();
}
