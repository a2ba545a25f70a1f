import { expect } from '@playwright/test';
import { acceptTakesEffectAtOnce } from './support/consent.ts';
import { accountOf, test } from './support/story.ts';

test.use({ customers: ['partner'] });

test('a grant at home that may also write: the registration is checked again, and names the excess', async ({
  cloud,
  office,
  technician,
  administrator,
}) => {
  const { page } = technician;
  const home = cloud.customer('partner');
  const { clientId } = cloud.manifest.connector;
  await acceptTakesEffectAtOnce(cloud);
  await cloud.control('POST', `/registrations/${clientId}`, {
    type: 'setPermissions',
    permissions: [
      { name: 'User.Read', type: 'delegated' },
      { name: 'GroupMember.Read.All', type: 'delegated' },
      { name: 'Directory.Read.All', type: 'application' },
      { name: 'Directory.ReadWrite.All', type: 'application' },
    ],
  });
  const appId = clientId;
  await cloud.control('POST', `/tenants/${home.tenantId}`, { type: 'deletePrincipal', appId });
  await page.getByRole('link', { name: 'Connectors' }).click();
  await page.getByRole('link', { name: 'Acme Shield connector' }).click();
  await expect(page).toHaveURL(/#\/connectors\/[-0-9a-f]{36}$/);
  await page.evaluate(() => (location.hash += '/check'));
  await page.getByLabel('A domain of your own tenant').fill(home.primaryDomain);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  const permissions = page.locator('[data-check="permissions"]');
  await expect(permissions).toHaveAttribute('data-verdict', 'couldNotTell');
  await page.getByRole('button', { name: 'Grant Permissions', exact: true }).click();
  await administrator.signIn(
    await office.host.openedAddress(),
    accountOf(cloud, 'partner', 'globalAdministrator'),
  );
  await administrator.accept();
  await expect(permissions).toHaveAttribute('data-verdict', 'wrong');
  await expect(permissions).toContainText('Directory.ReadWrite.All');
});
