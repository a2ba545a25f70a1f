import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import { vendorsClientId, vendorsName } from '../support/vendors-registration.ts';
import { expectAccessible } from './support/accessible.ts';
import { acceptTakesEffectAtOnce } from './support/consent.ts';
import { expectNoOverhang } from './support/overhang.ts';
import { globalAdministratorOf, test } from './support/story.ts';

const customer = 'healthy';

/** The link as the vendor sends it: for the tenant of the account that signs in. */
async function vendorsLink(cloud: PracticeCloud): Promise<string> {
  const { browserBaseUrl } = JSON.parse(await readFile(cloud.manifest.cloudFile, 'utf8'));
  return `${browserBaseUrl}/organizations/adminconsent?client_id=${await vendorsClientId(cloud)}`;
}

test('a vendor’s connector is consented without a redirect and granted on record, never green', async ({
  cloud,
  technician,
  office,
  administrator,
}) => {
  await acceptTakesEffectAtOnce(cloud);
  const { page, happening } = technician;
  const { primaryDomain, tenantId } = cloud.customer(customer);

  await expect(page.getByRole('heading', { name: 'Add your first customer' })).toBeVisible();
  await expectNoOverhang(page, 'no customers');
  await page.goto(`${page.url().split('#')[0]}#/connectors/new/vendor`);
  await page.getByLabel('Name').fill(vendorsName);
  await page.getByLabel('The vendor’s consent link (optional)').fill('https://vendor.example/go');
  await page.getByRole('button', { name: 'Read the link' }).click();
  await expect(page.getByRole('alert')).toContainText('doesn’t lead to Microsoft’s sign-in');
  await page.getByLabel('The vendor’s consent link (optional)').fill(await vendorsLink(cloud));
  await page.getByRole('button', { name: 'Read the link' }).click();
  const says = page.getByRole('region', { name: 'What the link says' });
  await expect(says).toContainText(await vendorsClientId(cloud));
  await expectAccessible(page);
  await says.getByRole('button', { name: 'Use this link' }).click();
  await expect(page.getByRole('combobox', { name: 'Reader' })).toHaveText('Acme Shield connector');
  await page.getByRole('button', { name: 'Save connector' }).click();

  await technician.go('Customers');
  await page.getByRole('button', { name: 'Add customer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add customer' });
  await dialog.getByLabel('Domain or tenant ID').fill(primaryDomain);
  await dialog.getByRole('combobox', { name: 'Connector' }).click();
  await page.getByRole('option', { name: vendorsName }).click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();

  await technician.grant();
  await technician.seesStatus('consenting');
  await expect(happening).toContainText('Microsoft’s last page may not open');
  const link = await office.host.openedAddress();
  expect(new URL(link).pathname).toBe(`/${tenantId}/adminconsent`);
  expect(new URL(link).searchParams.has('redirect_uri')).toBe(false);
  await administrator.signIn(link, globalAdministratorOf(cloud, customer));
  await administrator.accept();
  await expect(administrator.page.getByRole('heading', { name: 'Granted' })).toBeVisible();

  await page.getByRole('button', { name: 'Check now' }).click();
  await technician.seesStatus('onRecord');
  await expect(page.locator('[data-permission]').getByText('On record')).toHaveCount(3);
  await expect(page.locator('[data-verdict="proven"]')).toHaveCount(0);
  await expect(technician.why).toContainText('Only the vendor can show that it works');
  await expect(page.getByRole('region', { name: 'The vendor’s registration' })).toContainText(
    'Acme Shield connector',
  );
  await technician.seesNoGreenButAReason();
  await expectAccessible(page);

  await technician.go('Customers');
  await expect(page.getByText('1 granted on record')).toBeVisible();
  await expect(page.locator('[data-status="onRecord"]')).toBeVisible();
});
