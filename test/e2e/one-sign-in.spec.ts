import { expect } from '@playwright/test';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import { expectAccessible } from './support/accessible.ts';
import { test } from './support/story.ts';
import { changesOf } from './support/tenant-changes.ts';

test.use({ customers: ['healthy', 'domainHarmless', 'odd'] });

/** The partner's technician who has access to every customer. */
function partnerTechnician(cloud: PracticeCloud): string {
  const found = cloud
    .customer('partner')
    .accounts.find(({ userPrincipalName }) => userPrincipalName.startsWith('sanne.visser@'));
  if (found === undefined) throw new Error('The partner has no Sanne Visser.');
  return found.userPrincipalName;
}

test('one sign-in serves every customer; the one that demands more is listed and carried out', async ({
  cloud,
  office,
  technician,
  administrator: browser,
}) => {
  const { page } = technician;
  const sanne = partnerTechnician(cloud);
  const token = technician.permission('User.Read').getByRole('cell').nth(2);
  const proves = async (customer: string): Promise<void> => {
    await technician.openCustomer(cloud.customer(customer).primaryDomain);
    await technician.test();
    await technician.seesGreen();
  };
  await changesOf(cloud, 'odd').change('setSignInRule', { appId: undefined, rule: 'mfa' });

  await technician.openCustomer(cloud.customer('healthy').primaryDomain);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await browser.signIn(await office.host.openedAddress(), sanne);
  await expect(browser.page.getByText('You’re signed in')).toBeVisible();
  await proves('domainHarmless');
  await expect(token).toContainText('Verified');

  await proves('odd');
  await expect(token).toContainText('Not tried');
  await technician.go('Sign-ins');
  const demand = page.locator(`[data-demand="${cloud.customer('odd').tenantId}"]`);
  await expect(demand).toHaveAttribute('data-kind', 'signIn');
  await expectAccessible(page);
  await demand.getByRole('button', { name: /^Sign in to / }).click();
  await browser.signIn(await office.host.openedAddress(), sanne);
  await browser.page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByRole('heading', { name: /^No customer requires/ })).toBeVisible();
  await proves('odd');
  await expect(token).toContainText('Verified');
});
