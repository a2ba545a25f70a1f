import { expect } from '@playwright/test';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import { acceptTakesEffectAtOnce } from './support/consent.ts';
import { accountOf, test } from './support/story.ts';
import type { Technician } from './support/technician.ts';

test.use({ customers: ['partner'] });

/** Removes the connector from the partner's own tenant, and opens the check of its registration. */
async function checkWithoutGrant({
  cloud,
  technician,
}: {
  readonly cloud: PracticeCloud;
  readonly technician: Technician;
}): Promise<void> {
  const { page } = technician;
  const home = cloud.customer('partner');
  const appId = cloud.manifest.connector.clientId;
  await cloud.control('POST', `/tenants/${home.tenantId}`, { type: 'deletePrincipal', appId });
  await page.getByRole('link', { name: 'Connectors' }).click();
  await page.getByRole('link', { name: 'Acme Shield connector' }).click();
  await expect(page).toHaveURL(/#\/connectors\/[-0-9a-f]{36}$/);
  await page.evaluate(() => (location.hash += '/check'));
  await page.getByLabel('A domain of your company’s tenant').fill(home.primaryDomain);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
}

test('a grant at home that may also write: the registration is checked again, and names the excess', async ({
  cloud,
  office,
  technician,
  administrator,
}) => {
  const { page } = technician;
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
  await checkWithoutGrant({ cloud, technician });
  const permissions = page.locator('[data-check="permissions"]');
  await expect(permissions).toHaveAttribute('data-verdict', 'couldNotTell');
  await page.getByRole('button', { name: 'Grant permissions', exact: true }).click();
  await administrator.signIn(
    await office.host.openedAddress(),
    accountOf(cloud, 'partner', 'globalAdministrator'),
  );
  await administrator.accept();
  await expect(permissions).toHaveAttribute('data-verdict', 'wrong');
  await expect(permissions).toContainText('Directory.ReadWrite.All');
});

test('a registration whose redirect address was forgotten says so, helps, stops, and leads back', async ({
  cloud,
  office,
  technician,
}) => {
  const { page } = technician;
  await acceptTakesEffectAtOnce(cloud);
  await cloud.control('POST', `/registrations/${cloud.manifest.connector.clientId}`, {
    type: 'setRedirects',
    redirectUris: [],
  });
  await checkWithoutGrant({ cloud, technician });
  const grant = page.getByRole('region', { name: 'Grant it in your own tenant' });
  await expect(grant.getByText(/^The redirect URI isn’t registered yet/)).toBeVisible();
  await expect(page.locator('[data-check="redirect"]')).toHaveAttribute('data-verdict', 'wrong');
  await grant.getByRole('button', { name: 'Grant permissions', exact: true }).click();
  await office.host.openedAddress();
  await grant.getByRole('button', { name: 'Stuck on a Microsoft page?' }).click();
  await grant.getByLabel('Number or words on the page').fill('AADSTS900971');
  await expect(grant.getByText('The app registration has no redirect URI')).toBeVisible();
  await grant.getByRole('button', { name: 'Stop waiting' }).click();
  await expect(grant.getByRole('button', { name: 'Grant permissions', exact: true })).toBeVisible();
  await page.getByRole('list', { name: 'Steps' }).getByRole('link', { name: 'Name it' }).click();
  await expect(page).toHaveURL(/#\/connectors\/[-0-9a-f]{36}$/);
});
