import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { callsTo, recordOf } from './support/directory-record.ts';
import { test as story } from './support/story.ts';
import { changesOf, directoryReadAll, directoryReadWriteAll } from './support/tenant-changes.ts';
import type { TenantChanges } from './support/tenant-changes.ts';

/** A customer that granted the connector long ago, open on the Connection page. */
const test = story.extend<{ readonly tenant: TenantChanges }>({
  tenant: async ({ cloud, technician }, provide) => {
    const tenant = changesOf(cloud, 'healthy');
    await tenant.takeEffectAfter({ token: 0, graph: 0 });
    await technician.openCustomer(cloud.customer('healthy').primaryDomain);
    await provide(tenant);
  },
});

test.use({ customers: ['healthy'] });

const day = 24 * 60 * 60_000;

/** One of the three proofs in a permission's row. */
const proof = (row: Locator, which: 'grant' | 'token' | 'read'): Locator =>
  row.getByRole('cell').nth(['grant', 'token', 'read'].indexOf(which) + 1);

test.beforeEach(async ({ technician, tenant: _opened }) => {
  await technician.test();
  await technician.seesGreen();
});

test('a grant that an administrator deleted turns the lamp red', async ({ technician, tenant }) => {
  await tenant.change('deletePrincipal');
  await technician.test();
  await technician.seesStatus('broken');
  await technician.seesNoGreenButAReason();
  await expect(technician.why).toContainText('isn’t installed');
  await expect(technician.why).toContainText('grant the permissions');
});

test('a grant that is recorded but absent from a fresh token is not green', async ({
  technician,
  tenant,
}) => {
  await tenant.change('removeAppRole', { appRoleId: directoryReadAll });
  await tenant.timePasses(2 * day);
  // From now on, Graph shows a new assignment immediately, and the token endpoint shows it a day later.
  await tenant.takeEffectAfter({ token: day, graph: 0 });
  await tenant.change('addAppRole', { appRoleId: directoryReadAll });
  await technician.test();
  await technician.seesStatus('partial');
  await technician.seesNoGreenButAReason();
  await expect(technician.why).toContainText('Directory.Read.All');
  await expect(proof(technician.permission('Directory.Read.All'), 'token')).toContainText(
    'Missing',
  );
});

test('a token of before the removal still reads, and the test is not taken in by it', async ({
  cloud,
  technician,
  tenant,
}) => {
  const { page } = technician;
  await cloud.control('POST', '/requests/clear');
  await tenant.change('removeAppRole', { appRoleId: directoryReadAll });
  await page.getByRole('link', { name: 'Groups of this customer' }).click();
  await page.getByRole('button', { name: 'Sync', exact: true }).click();
  await expect(page.getByText(/^Synced /)).toBeVisible();
  expect(await callsTo(cloud, 'entra')).toEqual([]);

  await technician.openCustomer(cloud.customer('healthy').primaryDomain);
  await technician.test();
  await technician.seesStatus('partial');
  await technician.seesNoGreenButAReason();
  await expect(technician.why).toContainText('Directory.Read.All');
});

for (const [missing, kept] of [
  ['User.Read', 'GroupMember.Read.All'],
  ['GroupMember.Read.All', 'User.Read'],
] as const) {
  test(`without ${missing} it is incomplete and names it`, async ({ technician, tenant }) => {
    await tenant.change('setScopes', { scopes: [kept] });
    await technician.test();
    await technician.seesStatus('partial');
    await technician.seesNoGreenButAReason();
    await expect(technician.why).toContainText('A permission is missing');
    await expect(technician.why).toContainText(missing);
    await expect(technician.permission(missing)).toHaveAttribute('data-verdict', 'missing');
    await expect(technician.permission(kept)).toHaveAttribute('data-verdict', 'proven');
  });
}

test('without Directory.Read.All it is incomplete, and the others are left open', async ({
  technician,
  tenant,
}) => {
  await tenant.change('removeAppRole', { appRoleId: directoryReadAll });
  await technician.test();
  await technician.seesStatus('partial');
  await technician.seesNoGreenButAReason();
  await expect(technician.why).toContainText('Directory.Read.All');
  await expect(technician.permission('Directory.Read.All')).toHaveAttribute(
    'data-verdict',
    'missing',
  );
});

test('with nothing granted any more nothing is green', async ({ technician, tenant }) => {
  await tenant.change('removeAppRole', { appRoleId: directoryReadAll });
  await tenant.change('setScopes', { scopes: [] });
  await technician.test();
  await technician.seesStatus('partial');
  await expect(technician.permission('Directory.Read.All')).toHaveAttribute(
    'data-verdict',
    'missing',
  );
  await technician.seesNoGreenButAReason();
  await expect(technician.why).toContainText('Directory.Read.All');
});

for (const [what, endpoint, status, code, row] of [
  ['the real read', 'oauth2PermissionGrants', 500, 'InternalServerError', 'Directory.Read.All'],
  ['the real read', 'oauth2PermissionGrants', 503, 'serviceNotAvailable', 'Directory.Read.All'],
  [
    'the look-up of the application permissions',
    'servicePrincipals/{id}/appRoleAssignments',
    503,
    'serviceNotAvailable',
    'Directory.Read.All',
  ],
  [
    'the look-up of the delegated permissions',
    'servicePrincipals/{id}/oauth2PermissionGrants',
    503,
    'serviceNotAvailable',
    'GroupMember.Read.All',
  ],
  [
    'the look-up of the enterprise application',
    'servicePrincipals/{id}',
    500,
    'InternalServerError',
    'User.Read',
  ],
  ['reading who the tenant is', 'organization', 503, 'serviceNotAvailable', null],
] as const) {
  test(`${what} (${endpoint}) failing with ${status} is neither a pass nor a miss`, async ({
    technician,
    tenant,
  }) => {
    await tenant.failing(endpoint, status, code);
    await technician.test();
    await technician.seesStatus('couldNotTell');
    await technician.seesNoGreenButAReason();
    await expect(technician.connection).toContainText('The test neither passed nor failed');
    await expect(technician.page.locator('[data-permission][data-verdict="missing"]')).toHaveCount(
      0,
    );
    if (row !== null) {
      await expect(technician.permission(row)).toHaveAttribute('data-verdict', 'couldNotTell');
    }
    await tenant.noFaults();
    await technician.test();
    await technician.seesGreen();
  });
}

for (const [fault, words] of [
  ['throttled', 'slow down'],
  ['drop', 'dropped or refused the connection'],
  ['malformedJson', 'can’t read'],
  ['emptyPage', 'never ends'],
  ['redirect', 'redirected'],
] as const) {
  test(`a list of permissions that ends in ${fault} is neither full nor empty`, async ({
    technician,
    tenant,
  }) => {
    await tenant.fault(fault, 'servicePrincipals/{id}/appRoleAssignments');
    await technician.test();
    await technician.seesStatus('couldNotTell');
    await technician.seesNoGreenButAReason();
    await expect(technician.why).toContainText(words);
    await expect(technician.permission('Directory.Read.All')).toHaveAttribute(
      'data-verdict',
      'couldNotTell',
    );
    await expect(technician.permission('User.Read')).toHaveAttribute('data-verdict', 'proven');
  });
}

test('a read that Microsoft denies is a missing permission, whatever the token says', async ({
  technician,
  tenant,
}) => {
  await tenant.failing('oauth2PermissionGrants', 403, 'Authorization_RequestDenied');
  await technician.test();
  await technician.seesStatus('partial');
  await technician.seesNoGreenButAReason();
  await expect(technician.why).toContainText('recorded but doesn’t work');
  await expect(technician.why).toContainText('Directory.Read.All');
});

test('a permission that may write is never green, and is named', async ({ technician, tenant }) => {
  await tenant.change('addAppRole', { appRoleId: directoryReadWriteAll });
  await technician.test();
  await technician.seesStatus('excessive');
  await expect(technician.connection).toContainText(
    'Too many permissions: Directory.ReadWrite.All may write',
  );
  await technician.seesNoGreenButAReason();
  await expect(technician.why).toContainText('The connector may do more than read in this tenant');
  await expect(technician.why).toContainText('Directory.ReadWrite.All');
  await expect(technician.page.locator('[data-verdict="proven"]')).toHaveCount(3);
});

test('a connector that was switched off in the tenant is broken', async ({
  technician,
  tenant,
}) => {
  await tenant.change('setEnabled', { enabled: false });
  await technician.test();
  await technician.seesStatus('broken');
  await technician.seesNoGreenButAReason();
  await expect(technician.why).toContainText('The connector is disabled');
});

test('a consent by one user for themselves does not count', async ({
  cloud,
  technician,
  tenant,
}) => {
  const { memberships } = await recordOf(cloud, 'healthy');
  const [userId] = [...memberships.values()].flat();
  const scopes = ['User.Read', 'GroupMember.Read.All'];
  await tenant.change('setScopes', { scopes: [] });
  await tenant.change('setScopes', { scopes, userId });
  await technician.test();
  await technician.seesStatus('partial');
  await technician.seesNoGreenButAReason();
  await expect(technician.why).toContainText('User.Read, GroupMember.Read.All');
  await expect(technician.page.getByText('One person consented for themselves')).toBeVisible();
});

test('a test of yesterday is outlined and says how old it is', async ({ office, technician }) => {
  await office.host.jump(25 * 60 * 60_000);
  await technician.page.reload();
  await technician.seesStatus('granted', { stale: true });
  await technician.seesNoGreenButAReason();
  await expect(technician.connection).toContainText('Last verified');
  await expect(technician.why).toContainText('The last test is too old to rely on');
  await technician.go('Customers');
  await technician.seesStatus('granted', { stale: true });
});

test('with the cloud out of reach the last green is outlined and says so', async ({
  cloud,
  technician,
}) => {
  await cloud.stop();
  await technician.test();
  await technician.seesStatus('granted', { stale: true });
  await technician.seesNoGreenButAReason();
  await expect(technician.connection).toContainText('Last verified');
  await expect(technician.why).toContainText('dropped or refused the connection');
});

test('without a network the green is outlined at once, and solid again when it is back', async ({
  office,
  technician,
}) => {
  await office.host.network(false);
  await technician.seesStatus('granted', { stale: true });
  await technician.seesNoGreenButAReason();
  await expect(technician.why).toContainText('This computer is offline');
  await technician.go('Customers');
  await technician.seesStatus('granted', { stale: true });
  await office.host.network(true);
  await technician.seesStatus('granted', { stale: false });
});

test('a sync that is refused takes the green away', async ({ cloud, technician, tenant }) => {
  const { page } = technician;
  await tenant.failing('groups/delta', 403, 'Authorization_RequestDenied');
  await page.getByRole('link', { name: 'Groups of this customer' }).click();
  await page.getByRole('button', { name: 'Sync', exact: true }).click();
  await expect(page.getByText(/^The last sync failed/)).toBeVisible();
  await technician.openCustomer(cloud.customer('healthy').primaryDomain);
  await technician.seesStatus('granted', { stale: true });
  await technician.seesNoGreenButAReason();
  await expect(technician.why).toContainText('The permission for this read is missing');
});
