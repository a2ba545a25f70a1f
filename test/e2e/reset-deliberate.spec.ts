import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { acceptTakesEffectAtOnce } from './support/consent.ts';
import { callsTo } from './support/directory-record.ts';
import { choosesOtherWay, nowOf, savesReportForScript, stands } from './support/reset-story.ts';
import { globalAdministratorOf, test } from './support/story.ts';
import { changesOf } from './support/tenant-changes.ts';

test.use({ customers: ['healthy'] });

async function givesReason(page: Page, title: string, why: string, button: string): Promise<void> {
  const dialog = page.getByRole('alertdialog', { name: title });
  await dialog.getByLabel('Why').fill(why);
  await dialog.getByRole('button', { name: button, exact: true }).click();
}

async function goesOnWithout(page: Page, why: string): Promise<void> {
  await choosesOtherWay(page, 'Continue without…');
  await givesReason(page, 'Continue without this step’s check?', why, 'Continue without it');
}

test('what a person does goes before a look that takes as long as a sync', async ({
  cloud,
  page,
  office,
  technician,
  administrator,
}) => {
  test.slow();
  await acceptTakesEffectAtOnce(cloud);
  const { primaryDomain, tenantId } = cloud.customer('healthy');
  await technician.openCustomer(primaryDomain);
  await page.goto(`${new URL(page.url()).origin}/#/customers/${tenantId}/reset`);
  await page.getByLabel('Your name, for the record').fill('Sanne Visser');
  await page.getByRole('button', { name: 'Start the reset' }).click();
  await stands(page, 'Delete the enterprise application');

  await test.step('a dialog of the menu gives the focus back', async () => {
    await choosesOtherWay(page, 'Abandon the reset…');
    await page.keyboard.press('Escape');
    await expect(nowOf(page).getByRole('button', { name: 'More', exact: true })).toBeFocused();
  });

  await changesOf(cloud, 'healthy').change('deletePrincipal');
  await goesOnWithout(page, 'Seen on their screen');
  await stands(page, 'Wait');
  await goesOnWithout(page, 'Half an hour ago');
  await stands(page, 'Grant again');
  // Longer than any wait in this test.
  await cloud.control('POST', '/faults', {
    latency: { endpoints: [{ endpoint: 'groups/delta', milliseconds: 300_000 }] },
  });
  await nowOf(page).getByRole('button', { name: 'Open Microsoft’s page' }).click();
  const link = await office.host.openedAddress();
  await administrator.signIn(link, globalAdministratorOf(cloud, 'healthy'));
  await administrator.accept();
  await stands(page, 'Sync');
  await expect.poll(() => callsTo(cloud, 'graph')).toContain('users/delta');

  await choosesOtherWay(page, 'Abandon the reset…');
  await givesReason(page, 'Abandon the reset?', 'The customer hung up', 'Abandon');
  await expect(page.getByRole('region', { name: 'Result' })).toContainText(
    'The connector was granted again and verified. It wasn’t synced.',
  );
  const { reset } = await savesReportForScript(page);
  expect(reset).toMatchObject({ state: 'abandoned', abandoned: { leftIn: 'proven' } });
});
