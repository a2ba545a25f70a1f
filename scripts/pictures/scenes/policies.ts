import { groupNamed } from '../../../test/e2e/support/directory-record.ts';
import { mark } from '../../../test/e2e/support/marks.ts';
import { syncAgain, syncCustomer } from '../../../test/e2e/support/sync.ts';
import { changesOf } from '../../../test/e2e/support/tenant-changes.ts';
import { press } from '../moves.ts';
import type { Scene, State, Studio } from '../scene.ts';

const policies = '/policies/{odd}';

const tab =
  (words: RegExp): NonNullable<State['prepare']> =>
  ({ page }) =>
    page.getByRole('tab', { name: words }).click();

/**
 * Hands the marked groups over; then one group is renamed, another is deleted, and the customer is synced
 * again.
 */
async function handOverAndChange({ page, cloud, technician, open }: Studio): Promise<void> {
  await page.getByRole('button', { name: 'Hand over…' }).click();
  await page.getByRole('textbox', { name: 'Ticket number (optional)' }).fill('INC-4711');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.locator('[data-export="finished"]').waitFor();
  const [janes, guests] = await Promise.all([
    groupNamed(cloud, 'odd', 'Two Janes'),
    groupNamed(cloud, 'odd', 'Only Guests'),
  ]);
  await changesOf(cloud, 'odd').directory(
    { type: 'renameGroup', id: janes, displayName: 'The Janes' },
    { type: 'remove', id: guests, at: Date.now() },
  );
  await open(`/groups/${cloud.customer('odd').tenantId}`);
  await syncAgain(technician);
  await technician.go('Policies');
  await page.getByRole('tab', { name: /^Since/ }).click();
  await page.locator('[data-change]').first().waitFor();
}

/** Groups that policies rely on. */
export const policyScene: Scene = {
  title: 'Groups for policies',
  customers: ['odd', 'healthy'],
  states: [
    {
      name: 'policies-nothing',
      address: '/',
      async prepare({ technician, cloud }) {
        await syncCustomer(technician, cloud.customer('odd').primaryDomain);
        await technician.go('Policies');
      },
    },
    {
      name: 'policies-add',
      address: policies,
      async prepare({ page }) {
        await page.getByRole('button', { name: 'Add a group…' }).click();
        await page.getByRole('combobox', { name: 'Group' }).pressSequentially('sales');
        await page.getByRole('option').first().waitFor();
      },
    },
    {
      name: 'policies',
      address: policies,
      async prepare({ page }) {
        for (const [group, policy] of [
          ['Remote Workers', 'VPN for sales'],
          ['Only Guests', 'Suppliers'],
          ['Two Janes', 'Janes'],
          ['Empty Security', 'Pilot'],
          ['Only Groups Inside', 'Everyone: baseline'],
          ['Board (hidden members)', 'Board devices'],
          ['Dynamic Paused', 'Leavers'],
        ] as const) {
          await mark(page, group, policy);
        }
      },
    },
    { name: 'policies-all', address: '/policies' },
    { name: 'policies-none', address: policies, prepare: tab(/^In no marked group/) },
    { name: 'policies-several', address: policies, prepare: tab(/^In several/) },
    { name: 'policies-change', address: policies, prepare: press('Change the mark of') },
    { name: 'policies-hand-over', address: policies, prepare: press('Hand over…') },
    { name: 'policies-since', address: policies, prepare: handOverAndChange },
  ],
};
