import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { expectAccessible } from './support/accessible.ts';
import { accountOf, test } from './support/story.ts';

const cloudFile = z.looseObject({ portalBaseUrl: z.url() });

test.use({ customers: ['healthy', 'domainRefused'] });

test('a changed primary domain does no harm: the doctor says so, and presses no reset', async ({
  cloud,
  page,
  technician,
}) => {
  const { primaryDomain, tenantId } = cloud.customer('healthy');
  await technician.openCustomer(primaryDomain);
  await technician.test();
  await technician.seesGreen();
  for (const type of ['addDomain', 'makePrimary']) {
    const domain = 'alderbrook-vets.example';
    await cloud.control('POST', `/tenants/${tenantId}`, { type, domain });
  }
  await technician.test();
  await page.getByRole('button', { name: 'Find the cause' }).click();
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict.getByRole('heading')).toContainText('Nothing to do');
  await expect(page.getByRole('region', { name: 'Domains' })).toContainText(
    'alderbrook-vets.example',
  );
  await expect(page.getByRole('main')).not.toContainText(/reset/i);
  await expectAccessible(page);
});

test('a connector that is refused since then: whose the new domain is, is looked up without sign-in', async ({
  cloud,
  page,
  technician,
}) => {
  const { primaryDomain } = cloud.customer('domainRefused');
  await technician.openCustomer(primaryDomain);
  await technician.test();
  await page.getByRole('button', { name: 'Find the cause' }).click();
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict.getByRole('heading')).toHaveText('Grant again without deleting anything');
  await page.getByLabel('The customer’s primary domain today').fill(primaryDomain);
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(page.getByRole('region', { name: 'Domains' })).toContainText(
    `${primaryDomain} leads to this tenant.`,
  );
  await expectAccessible(page);
});

test('an application that its owner deactivated: not green, who can activate it, and green after that', async ({
  cloud,
  page,
  technician,
  administrator,
}) => {
  const { clientId } = cloud.manifest.connector;
  const home = cloud.customer('partner');
  const owner = accountOf(cloud, 'partner', 'globalAdministrator');
  await technician.openCustomer(cloud.customer('healthy').primaryDomain);
  await technician.test();
  await technician.seesGreen();
  const { portalBaseUrl } = cloudFile.parse(
    JSON.parse(await readFile(cloud.manifest.cloudFile, 'utf8')),
  );
  const registration = `/portal/${home.tenantId}/registrations/${clientId}`;
  await administrator.signIn(portalBaseUrl + registration, owner);
  await administrator.page.getByRole('button', { name: 'Deactivate', exact: true }).click();
  await expect(administrator.page.getByText('No one can sign in with it')).toBeVisible();

  await technician.test();
  await technician.seesNoGreenButAReason();
  await page.getByRole('button', { name: 'Find the cause' }).click();
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict).toContainText('the owner of the app registration deactivated');
  await expect(verdict).toContainText('has to activate it again');
  await expectAccessible(page);

  await administrator.page.getByRole('button', { name: 'Activate', exact: true }).click();
  await expect(administrator.page.getByText('Activated', { exact: true })).toBeVisible();
  await technician.openCustomer(cloud.customer('healthy').primaryDomain);
  await technician.test();
  await technician.seesGreen();
});
