import { expect } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { test } from './support/story.ts';

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
  await expect(verdict.getByRole('heading')).toHaveText('Grant again in place');
  await page.getByLabel('The customer’s primary domain today').fill(primaryDomain);
  await page.getByRole('button', { name: 'Look it up' }).click();
  await expect(page.getByRole('region', { name: 'Domains' })).toContainText(
    `${primaryDomain} leads to this tenant.`,
  );
  await expectAccessible(page);
});
