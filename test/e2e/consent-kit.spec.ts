import { expect } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { accepted, connectorRecord } from './support/connector-record.ts';
import { acceptTakesEffectAtOnce } from './support/consent.ts';
import { expectNoOverhang } from './support/overhang.ts';
import { oneLook, timePassesUntil } from './support/passing-time.ts';
import { globalAdministratorOf, test } from './support/story.ts';

test.use({ customers: ['neverGranted'] });

test.beforeEach(({ cloud }) => acceptTakesEffectAtOnce(cloud));

test('the administrator consents elsewhere with the kit’s link, and Evergrant turns green by itself', async ({
  cloud,
  office,
  technician,
  administrator,
}) => {
  const { page } = technician;
  const customer = cloud.customer('neverGranted');
  await technician.openCustomer(customer.primaryDomain);
  await page.getByRole('button', { name: 'Ask their administrator…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask the customer’s administrator' });
  const message = await dialog.getByRole('textbox', { name: 'Message' }).inputValue();
  await expectAccessible(page);
  expect(message).toContain('the last page may not open');
  const link = /https?:\S+/.exec(message)?.[0] ?? '';
  expect(link).toContain(`/${customer.tenantId}/adminconsent?`);
  await dialog.getByRole('button', { name: 'I sent it: check in the background' }).click();
  await expect(page.getByRole('region', { name: 'You asked the administrator' })).toBeVisible();
  await technician.go('Customers');
  await expect(page.getByText('Asked just now')).toBeVisible();

  await administrator.signIn(link, globalAdministratorOf(cloud, 'neverGranted'));
  await administrator.accept();
  await expect(administrator.page.getByText('You can close this page')).toBeVisible();

  const notice = page.getByRole('status', { name: 'Notices' });
  await timePassesUntil(office.host, 60_000, () =>
    expect(notice).toContainText('is connected', { timeout: oneLook }),
  );
  await expectAccessible(page);
  await expectNoOverhang(page, 'a notice');
  await notice.getByRole('link', { name: /^Show/ }).click();
  await technician.seesGreen();
  await expect(notice).toBeEmpty();
  expect(await connectorRecord(cloud, 'neverGranted')).toEqual(accepted);
});
