import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expectAccessible } from './support/accessible.ts';
import { effectiveMembers, groupNamed, personOf, recordOf } from './support/directory-record.ts';
import { mark } from './support/marks.ts';
import { test } from './support/story.ts';
import { syncAgain, syncCustomer } from './support/sync.ts';
import type { Technician } from './support/technician.ts';
import { changesOf } from './support/tenant-changes.ts';

test.use({ customers: ['odd'] });

const scimSchema = z.object({
  totalResults: z.number(),
  Resources: z.array(
    z.object({
      schemas: z.array(z.string()),
      id: z.string(),
      userName: z.string().optional(),
      members: z.array(z.object({ value: z.string() })).optional(),
      groups: z.array(z.object({ value: z.string() })).optional(),
    }),
  ),
});

/** Hands the marked groups over as SCIM and reads the file that the browser downloaded. */
async function handOver({ page }: Technician, ticket: string): Promise<z.infer<typeof scimSchema>> {
  await page.getByRole('button', { name: 'Hand over…' }).click();
  await expect(page.getByRole('radio', { name: /^SCIM 2\.0/ })).toBeChecked();
  await page.getByRole('textbox', { name: 'Ticket number (optional)' }).fill(ticket);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  await expect(page.locator('[data-export="finished"]')).toBeVisible();
  expect(download.suggestedFilename()).toContain(ticket);
  await page.getByRole('button', { name: 'Close' }).click();
  return scimSchema.parse(JSON.parse(await readFile(await download.path(), 'utf8')));
}

/** The ids of the people whom a changed group lists under a heading. */
const peopleUnder = async (page: Page, group: string, heading: RegExp) =>
  new Set(
    await page
      .locator('[data-change]', { hasText: group })
      .getByRole('list', { name: heading })
      .locator('[data-person]')
      .evaluateAll((all) => all.map((person) => person.getAttribute('data-person'))),
  );

test('marked groups are handed over as SCIM, and what is different since is told', async ({
  cloud,
  technician,
}) => {
  const { page } = technician;
  const { primaryDomain } = cloud.customer('odd');
  const [remote, guests, janes] = await Promise.all([
    groupNamed(cloud, 'odd', 'Remote Workers'),
    groupNamed(cloud, 'odd', 'Only Guests'),
    groupNamed(cloud, 'odd', 'Two Janes'),
  ]);
  await syncCustomer(technician, primaryDomain);
  const before = await recordOf(cloud, 'odd');
  await technician.go('Policies');
  await mark(page, 'Remote Workers', 'VPN');
  await mark(page, 'Only Guests', 'Suppliers');
  await mark(page, 'Two Janes', 'Janes');

  await test.step('the file holds exactly the record’s people', async () => {
    const { Resources, totalResults } = await handOver(technician, 'INC-1');
    expect(Resources).toHaveLength(totalResults);
    const groups = Resources.filter(({ members }) => members !== undefined);
    expect(new Set(groups.map(({ id }) => id))).toEqual(new Set([remote, guests, janes]));
    for (const { id, members = [] } of groups) {
      expect(new Set(members.map(({ value }) => value))).toEqual(effectiveMembers(before, id));
    }
    const people = Resources.filter(({ userName }) => userName !== undefined);
    const wanted = [remote, guests, janes].flatMap((id) => [...effectiveMembers(before, id)]);
    expect(new Set(people.map(({ id }) => id))).toEqual(new Set(wanted));
    for (const { id, userName } of people) {
      expect(userName).toBe((await personOf(cloud, 'odd', id)).userPrincipalName);
    }
    await expect(page.getByText(/^\d+ people are .* Handed over .*ticket INC-1\.$/)).toBeVisible();
    await page.getByRole('tab', { name: 'Since the last hand-over' }).click();
    await expect(page.getByText(/^No changes since the hand-over/)).toBeVisible();
  });

  const newcomer = randomUUID();
  const smith = await personOf(cloud, 'odd', `jane.smith@${primaryDomain}`);
  const sales = before.memberships.get(remote)?.find((id) => before.memberships.has(id)) ?? '';
  const at = Date.now();
  await changesOf(cloud, 'odd').directory(
    {
      type: 'addUser',
      id: newcomer,
      userPrincipalName: `robin.new@${primaryDomain}`,
      displayName: 'Robin New',
      at,
    },
    { type: 'addMember', group: remote, member: newcomer },
    // She is a member of the remote workers through Sales.
    { type: 'removeMember', group: sales, member: smith.id },
    { type: 'renameGroup', id: janes, displayName: 'The Janes' },
    { type: 'remove', id: guests, at },
  );
  const after = await recordOf(cloud, 'odd');
  const [then, now] = [effectiveMembers(before, remote), effectiveMembers(after, remote)];
  await technician.openCustomer(primaryDomain);
  await page.getByRole('link', { name: 'Groups of this customer' }).click();
  await syncAgain(technician);

  await technician.go('Policies');
  await page.getByRole('tab', { name: 'Since the last hand-over' }).click();
  const different = page.locator('[data-change]');
  await expect(different).toHaveCount(3);
  await expect(page.locator('[data-change="people"]')).toContainText('Remote Workers');
  await expect(page.locator('[data-change="renamed"]')).toContainText('The Janes');
  await expect(page.locator('[data-change="gone"]')).toContainText('Only Guests');
  expect(await peopleUnder(page, 'Remote Workers', /added$/)).toEqual(now.difference(then));
  expect(await peopleUnder(page, 'Remote Workers', /removed$/)).toEqual(then.difference(now));
  await expectAccessible(page);
});
