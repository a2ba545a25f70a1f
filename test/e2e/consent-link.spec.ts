import { expect } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { accepted, connectorRecord } from './support/connector-record.ts';
import { acceptTakesEffectAtOnce } from './support/consent.ts';
import { listenTo } from './support/hearing.ts';
import { globalAdministratorOf, test } from './support/story.ts';

test.use({ customers: ['neverGranted'], hostOptions: { browser: false } });

test.beforeEach(({ cloud }) => acceptTakesEffectAtOnce(cloud));

test('the technician copies the link for the browser where the administrator signs in', async ({
  cloud,
  technician,
  administrator,
}) => {
  const { page, happening } = technician;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await technician.openCustomer(cloud.customer('neverGranted').primaryDomain);
  await page.getByRole('button', { name: 'Grant permissions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Before Microsoft’s page opens' });
  await expect(dialog).toContainText(cloud.customer('neverGranted').tenantId);
  await expectAccessible(page);
  const hearing = await listenTo(page);
  await dialog.getByRole('button', { name: 'Copy the link instead' }).click();
  await hearing.hears('Link copied.');
  await technician.seesStatus('consenting');
  await expectAccessible(page);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await administrator.signIn(link, globalAdministratorOf(cloud, 'neverGranted'));
  await administrator.accept();
  await technician.seesGreen();
  await expect(happening).toBeHidden();
  expect(await connectorRecord(cloud, 'neverGranted')).toEqual(accepted);
});

test('a computer without a browser says so, and the link can still be copied', async ({
  cloud,
  technician,
}) => {
  const { page, happening } = technician;
  await technician.openCustomer(cloud.customer('neverGranted').primaryDomain);
  await technician.grant();
  await expect(technician.why).toContainText('Evergrant couldn’t open a browser');
  await technician.seesStatus('consenting');
  await expect(happening.getByRole('button', { name: 'Copy link' })).toBeVisible();
  await expectAccessible(page);
});
