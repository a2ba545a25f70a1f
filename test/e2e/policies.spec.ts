import { expect } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { effectiveMembers, groupsContaining, recordOf } from './support/directory-record.ts';
import { test } from './support/story.ts';
import { syncCustomer } from './support/sync.ts';

test.use({ customers: ['odd'] });

test('groups are marked, each says whether a policy can rely on it, and who is in none of them', async ({
  cloud,
  technician,
}) => {
  const { page } = technician;
  await syncCustomer(technician, cloud.customer('odd').primaryDomain);
  const record = await recordOf(cloud, 'odd');
  const [vpn] = await groupsContaining(cloud, 'odd', 'May use the VPN');
  const [empty] = await groupsContaining(cloud, 'odd', 'Empty Security');
  const [guests] = await groupsContaining(cloud, 'odd', 'Only Guests');
  if (vpn === undefined || empty === undefined || guests === undefined) throw new Error('no group');

  await page.getByRole('searchbox', { name: 'Search groups' }).fill('May use the VPN');
  await page.getByRole('link', { name: 'VPN', exact: true }).click();
  await page.getByRole('button', { name: 'Mark for a policy…' }).click();
  await page.getByRole('textbox', { name: 'Policy that uses it' }).fill('VPN for sales');
  await page.getByRole('button', { name: 'Mark', exact: true }).click();
  await expect(page.getByRole('button', { name: 'For a policy: VPN for sales' })).toBeVisible();

  await technician.go('Policies');
  await expect(page.getByRole('tab', { name: 'Marked groups (1)' })).toBeVisible();
  for (const [name, label] of [
    ['Empty Security', 'Nobody yet'],
    ['Only Guests', 'Suppliers'],
  ] as const) {
    await page.getByRole('button', { name: 'Add a group…' }).click();
    await page.getByRole('combobox', { name: 'Group' }).pressSequentially(name);
    await page.getByRole('option', { name }).click();
    await page.getByRole('textbox', { name: 'Policy that uses it' }).fill(label);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Mark', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await expect(page.getByRole('tab', { name: 'Marked groups (3)' })).toBeVisible();
  const finding = (group: string, kind: string) =>
    page.locator(`[data-group="${group}"] [data-finding="${kind}"]`);
  await expect(finding(empty, 'empty')).toHaveText('No one is in it.');
  await expect(finding(guests, 'guests')).toHaveText('2 guests are in it.');
  await expect(finding(vpn, 'guests')).toHaveText('1 guest is in it.');
  await expectAccessible(page);

  const covered = new Set(
    [vpn, empty, guests].flatMap((group) => [...effectiveMembers(record, group)]),
  );
  const none = record.counts.users - covered.size;
  await page.getByRole('tab', { name: `In no marked group (${none})` }).click();
  const table = page.getByRole('table', { name: 'People in none of the groups' });
  await expect(table).toHaveAttribute('aria-rowcount', String(none + 1));
  const several = [...effectiveMembers(record, vpn)].filter((person) =>
    effectiveMembers(record, guests).has(person),
  );
  await page.getByRole('tab', { name: `In several (${several.length})` }).click();
  await expect(
    page.getByRole('table', { name: 'People in several of the groups' }).locator('[data-row]'),
  ).toHaveCount(several.length);

  await page.getByRole('tab', { name: /^Marked groups/ }).click();
  await page.getByRole('button', { name: 'Change the mark of Empty Security' }).click();
  await page.getByRole('button', { name: 'Remove mark' }).click();
  await expect(page.getByRole('tab', { name: 'Marked groups (2)' })).toBeVisible();
});
