import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { PracticeCloud } from '../../support/practice-cloud.ts';
import { technicianAt } from './technician.ts';

const practiceProcess = 'Evergrant practice cloud';
/** The technician adds one of them; the other is the partner itself. */
const notThereYet: ReadonlySet<string> = new Set(['neverGranted', 'partner']);

/** What a visit to Practice needs, with any host. */
export interface PracticeVisit {
  readonly page: Page;
  /** The heading of the screen that offers Practice and that is shown again afterwards. */
  readonly from: 'Welcome to Evergrant' | 'Choose a passphrase';
  /** A cloud with the same seed, which shows what customers Practice has. */
  readonly cloud: PracticeCloud;
  /** The names of the running utility processes. */
  readonly utilityProcesses: () => Promise<readonly string[]>;
}

/** Enters Practice, gets a customer to green, and leaves again. */
export async function practiceVisit(visit: PracticeVisit): Promise<void> {
  const { page, from, cloud, utilityProcesses } = visit;
  const technician = technicianAt(page);
  const banner = page.getByRole('region', { name: 'PRACTICE', exact: true });
  const before = page.getByRole('heading', { name: from });
  await expect(before).toBeVisible();
  await expect(banner).toHaveCount(0);
  expect(await utilityProcesses()).not.toContain(practiceProcess);

  await page.getByRole('button', { name: 'Try it in Practice' }).click();
  await expect(banner).toBeVisible();
  expect(await utilityProcesses()).toContain(practiceProcess);

  const customers = page.getByRole('table', { name: 'Customers' }).getByRole('link');
  await expect(customers.first()).toBeVisible();
  const links = await customers.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const wanted = cloud.manifest.tenants.filter(({ key }) => !notThereYet.has(key));
  expect(new Set(links.map((link) => link?.split('/').at(-1)))).toEqual(
    new Set(wanted.map(({ tenantId }) => tenantId)),
  );
  await technician.openCustomer(cloud.customer('healthy').primaryDomain);
  await technician.test();
  await technician.seesGreen();

  await banner.getByRole('button', { name: 'Leave Practice' }).click();
  await expect(before).toBeVisible();
  await expect(banner).toHaveCount(0);
  await expect.poll(utilityProcesses).not.toContain(practiceProcess);
}
