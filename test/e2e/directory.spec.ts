import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import {
  effectiveMembers,
  groupsContaining,
  groupsOfPerson,
  recordOf,
} from './support/directory-record.ts';
import { test } from './support/story.ts';
import { syncCustomer } from './support/sync.ts';

test.use({ customers: ['odd'] });

const search = async (page: Page, what: 'groups' | 'people', text: string): Promise<void> => {
  await page.getByRole('searchbox', { name: `Search ${what}` }).fill(text);
};
const rows = (page: Page, table: 'Groups' | 'People') =>
  page.getByRole('table', { name: table }).locator('[data-row]');

// Long because it is one linear flow: the same offline screens, one after another.
test('what was synced is reviewed with the network gone', async ({ cloud, office, technician }) => {
  const { page } = technician;
  const { primaryDomain } = cloud.customer('odd');
  const record = await recordOf(cloud, 'odd');
  const named = async (text: string): Promise<string> => {
    const [id] = await groupsContaining(cloud, 'odd', text);
    if (id === undefined) throw new Error(`No group contains '${text}'.`);
    return id;
  };
  const [board, loop, application] = await Promise.all([
    named('Board (hidden'),
    named('Loop A'),
    named('Backup Operators'),
  ]);
  const vpn = await groupsContaining(cloud, 'odd', 'vpn');
  const jane = await groupsOfPerson(cloud, 'odd', `jane.okafor@${primaryDomain}`);
  // Graph does not return a hidden membership without an additional permission.
  const readable = [...record.memberships].flatMap(([group, members]) =>
    group === board ? [] : members,
  );
  await syncCustomer(technician, primaryDomain);
  await expect(page.getByText(/people, .* groups, .* memberships/)).toHaveText(
    `${record.counts.users} people, ${record.counts.groups} groups, ${readable.length} memberships`,
  );

  await cloud.stop();
  await office.host.network(false);
  await page.reload();
  await expect(page.getByText('You’re offline.')).toBeVisible();
  await expect(page.getByText(/^As of the sync/)).toBeVisible();
  const syncButton = page.getByRole('button', { name: 'Sync', exact: true });
  await expect(syncButton).toBeDisabled();
  await expect(syncButton).toHaveAccessibleDescription(/Syncing needs a network connection/);

  await search(page, 'groups', 'vpn');
  await expect(rows(page, 'Groups')).toHaveCount(vpn.length);
  await page.getByRole('link', { name: 'VPN', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'VPN' })).toBeVisible();
  await expect(page.getByText(/^As of the sync/)).toBeVisible();
  await expect(page.getByText('This list is complete.')).toBeVisible();
  const vpnId = vpn.find((id) => page.url().includes(id)) ?? '';
  const direct = record.memberships.get(vpnId)?.length;
  await expect(page.getByRole('tab', { name: `Direct members (${direct})` })).toBeVisible();
  const all = effectiveMembers(record, vpnId).size;
  await page.getByRole('tab', { name: `Effective members (${all})` }).click();
  await expect(
    page.getByRole('table', { name: 'Effective members' }).locator('[data-row]'),
  ).toHaveCount(all);

  await test.step('groups in a circle', async () => {
    await technician.go('Groups');
    await search(page, 'groups', loop);
    await page.getByRole('link', { name: 'Loop A' }).click();
    const inCircle = effectiveMembers(record, loop).size;
    await page.getByRole('tab', { name: `Effective members (${inCircle})` }).click();
    await expect(
      page.getByRole('table', { name: 'Effective members' }).locator('[data-row]'),
    ).toHaveCount(inCircle);
  });

  await test.step('never a silent zero', async () => {
    await technician.go('Groups');
    await search(page, 'groups', board);
    await expect(rows(page, 'Groups')).toHaveCount(1);
    await expect(rows(page, 'Groups')).toContainText('may be incomplete');
    await page.getByRole('link', { name: 'Board (hidden members)' }).click();
    const short = page.getByRole('region', { name: 'This list may be incomplete' });
    await expect(short).toContainText('Member.Read.Hidden');
    await expect(page.getByRole('tab', { name: 'Direct members (none known)' })).toBeVisible();
    await technician.go('Groups');
    await search(page, 'groups', application);
    await page.getByRole('link', { name: 'Backup Operators' }).click();
    await expect(page.getByRole('table', { name: 'Direct members' })).toContainText('Application');
  });

  await test.step('a person by a former address', async () => {
    await technician.go('People');
    await search(page, 'people', 'jane.bell@');
    await expect(rows(page, 'People')).toHaveCount(1);
    await page.getByRole('link', { name: 'Jane Okafor' }).click();
    await expect(page.getByText(/^From the synced data/)).toBeVisible();
    const groups = page.getByRole('table', { name: 'Groups' }).locator('[data-group]');
    await expect(groups).toHaveCount(jane.length);
    const shown = await groups.evaluateAll((found) =>
      found.map((row) => row.getAttribute('data-group')),
    );
    expect(new Set(shown)).toEqual(new Set(jane));
    await expect(page.locator(`[data-group="${vpnId}"]`)).toContainText('Through another group');
    await expect(page.locator(`[data-group="${vpnId}"]`)).toContainText(
      'Jane Okafor → Sales → Remote Workers → VPN',
    );
    const live = page.getByRole('button', { name: 'Read live from Microsoft' });
    await expect(live).toBeDisabled();
    await expect(live).toHaveAccessibleDescription(/needs a network connection/);
  });

  await test.step('two people of one name', async () => {
    await technician.go('People');
    await search(page, 'people', 'Jane Smith');
    await expect(rows(page, 'People')).toHaveCount(2);
    await expect(rows(page, 'People').filter({ hasText: 'Account Executive' })).toHaveCount(1);
    await expect(rows(page, 'People').filter({ hasText: 'Counsel' })).toHaveCount(1);
  });

  await test.step('what needs the network says so', async () => {
    await technician.openCustomer(primaryDomain);
    for (const [name, why] of [
      ['Grant permissions', 'Granting needs a network connection.'],
      ['Test permissions', 'Testing needs a network connection.'],
    ] as const) {
      const button = page.getByRole('button', { name, exact: true });
      await expect(button).toBeDisabled();
      await expect(button).toHaveAccessibleDescription(why);
    }
  });
});

test('a network that goes and comes back is noticed on the open screen', async ({
  cloud,
  office,
  technician,
}) => {
  const { page } = technician;
  await syncCustomer(technician, cloud.customer('odd').primaryDomain);
  const button = page.getByRole('button', { name: 'Sync', exact: true });
  await office.host.network(false);
  await expect(page.getByText('You’re offline.')).toBeVisible();
  await expect(button).toBeDisabled();
  await office.host.network(true);
  await expect(page.getByText('You’re offline.')).toBeHidden();
  await expect(button).toBeEnabled();
});
