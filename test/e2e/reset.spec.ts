import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { objectIdOf } from './support/connector-record.ts';
import { globalAdministratorOf, test } from './support/story.ts';

test.use({ customers: ['domainRefused'] });

const second = 1_000;

/** How each step of the reset stands, in their order. */
const steps = (page: Page) =>
  page
    .getByRole('region', { name: 'Steps' })
    .getByRole('listitem')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-outcome')));

test('the whole reset: deleted in the portal, waited, granted again, green, synced', async ({
  cloud,
  page,
  office,
  technician,
  administrator,
}) => {
  test.slow();
  const { primaryDomain, tenantId } = cloud.customer('domainRefused');
  const account = globalAdministratorOf(cloud, 'domainRefused');
  const before = await objectIdOf(cloud, 'domainRefused');
  await technician.openCustomer(primaryDomain);
  await technician.test();
  await page.goto(`${new URL(page.url()).origin}/#/customers/${tenantId}/reset`);
  await page.getByLabel('Your name, for the record').fill('Sanne Visser');
  await page.getByRole('button', { name: 'Begin the reset' }).click();

  const now = page.getByRole('region', { name: 'Now' });
  await expect(now.getByRole('heading')).toHaveText('Delete the enterprise application');
  await expectAccessible(page);
  const portal = await now
    .getByRole('link', { name: 'Open its Properties in the Entra portal' })
    .getAttribute('href');
  await administrator.signIn(portal ?? '', account);
  await administrator.page.getByRole('link', { name: /Directory Connector/ }).click();
  await administrator.page.getByRole('button', { name: 'Delete' }).click();
  await administrator.page.getByRole('button', { name: 'Yes' }).click();

  await expect(now).toContainText('Refused once', { timeout: 20 * second });
  await office.host.jump(11 * second);
  await expect(now.getByRole('heading')).toHaveText('Wait', { timeout: 20 * second });
  await office.host.jump(31 * second);
  await expect(now.getByRole('heading')).toHaveText('Grant again', { timeout: 20 * second });
  await now.getByRole('button', { name: 'Open Microsoft’s page' }).click();
  await administrator.signIn(await office.host.openedAddress(), account);
  await administrator.accept();

  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toContainText('granted anew', { timeout: 40 * second });
  expect(await steps(page)).toEqual([
    'notNeeded',
    'done',
    'done',
    'done',
    'done',
    'done',
    'notNeeded',
    'done',
    'done',
  ]);
  const after = await objectIdOf(cloud, 'domainRefused');
  expect(after).not.toBe(before);
  await expect(result).toContainText(after ?? 'an object id');
  await page.getByRole('link', { name: 'Open the connection' }).click();
  await technician.seesGreen();
});
