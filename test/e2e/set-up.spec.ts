import { expect } from '@playwright/test';
import { countDecisions } from './support/decisions.ts';
import { registerByHand } from './support/register-by-hand.ts';
import { accountOf, test } from './support/story.ts';

test.use({ hostOptions: { furnish: null } });

/** The maximum for the whole first day: presses, fields and choices, on all pages together. */
const mostDecisions = 45;

test('from an empty data folder to the first solid green, the connector registered by hand', async ({
  cloud,
  office,
  technician,
  administrator,
}) => {
  test.slow();
  const { page } = technician;
  const home = cloud.customer('partner');
  const customer = cloud.customer('neverGranted');
  const atHome = accountOf(cloud, 'partner', 'globalAdministrator');
  const decisions = countDecisions();
  const began = Date.now();
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  await decisions.press(button('Set up my connector'));
  await decisions.fill(page.getByLabel('Name', { exact: true }), 'Acme Shield');
  await decisions.fill(page.getByLabel('A domain of your company’s tenant'), home.primaryDomain);
  await decisions.press(page.getByLabel('Microsoft cloud'));
  await decisions.press(page.getByRole('option', { name: 'From a cloud file' }));
  await decisions.fill(page.getByLabel('Path of the cloud file'), cloud.manifest.cloudFile);
  await decisions.press(button('Create the key and continue'));

  const download = page.waitForEvent('download');
  await decisions.press(button('Save the certificate'));
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('evergrant-Acme-Shield-on-LAPTOP-7.cer');
  await decisions.press(button('Open the portal’s page'));
  await administrator.signIn(await office.host.openedAddress(), atHome);
  const clientId = await registerByHand(administrator.page, decisions, {
    name: 'Acme Shield',
    certificateFile: await saved.path(),
  });
  await decisions.fill(page.getByLabel('Application (client) ID'), clientId);
  await decisions.press(button('Check it'));

  const verdict = (kind: string) => page.locator(`[data-check="${kind}"]`);
  await expect(verdict('certificate')).toHaveAttribute('data-verdict', 'right');
  await expect(verdict('permissions')).toHaveAttribute('data-verdict', 'couldNotTell');
  await decisions.press(button('Grant permissions'));
  await administrator.page.goto(await office.host.openedAddress());
  await decisions.press(administrator.page.getByRole('button', { name: atHome }));
  await administrator.accept();
  await expect(page.locator('[data-ready="true"]')).toBeVisible();
  await expect(page.locator('[data-check][data-verdict="right"]')).toHaveCount(5);
  await expect(verdict('publisher')).toContainText('unverified');

  await decisions.press(button('Go to customers'));
  await technician.addCustomer(customer.primaryDomain);
  await technician.grant();
  await administrator.useAnotherAccount(
    await office.host.openedAddress(),
    accountOf(cloud, 'neverGranted', 'globalAdministrator'),
  );
  await administrator.accept();
  await technician.seesGreen();
  // Not counted above. In the partner's tenant: the account for the portal, Accept. In the customer's tenant:
  // Add customer, its domain, Add; Grant Permissions, Open in my browser; another account, its name, Next,
  // Accept.
  const total = decisions.count + 11;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stdout.write(`Day one, registered by hand: ${total} decisions, ${seconds} s.\n`);
  expect(total).toBeLessThanOrEqual(mostDecisions);
});
