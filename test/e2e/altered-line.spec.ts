import { expect } from '@playwright/test';
import { z } from 'zod';
import { alterLine } from './support/altered-line.ts';
import { test } from './support/story.ts';
import { syncCustomer } from './support/sync.ts';

// Four windows of rows.
test.use({ customers: ['large'], cloudArgs: ['--groups', '700', '--memberships', '2000'] });

const later = z.object({ offset: z.number().positive() });
const exportJob = z.looseObject({ state: z.literal('finished') });

test('rows that could not be loaded, and a hand-over that was not recorded, say so', async ({
  cloud,
  technician,
}) => {
  const { page } = technician;
  const problem = { code: 'internal', params: {}, retry: 'now' } as const;
  await syncCustomer(technician, cloud.customer('large').primaryDomain);
  let refusals = 1;
  await alterLine(page, {
    refuse(call, input) {
      if (call !== 'groups.list' || refusals === 0 || !later.safeParse(input).success) return null;
      refusals -= 1;
      return problem;
    },
    rewrite(call, answer) {
      const isFinished = call.startsWith('exports.') && exportJob.safeParse(answer).success;
      return isFinished ? { ...exportJob.parse(answer), problem } : answer;
    },
  });
  await page.reload();

  const table = page.getByRole('table', { name: 'Groups' });
  const first = table.locator('[data-row="0"]').getByRole('link');
  const group = await first.innerText();
  await test.step('rows load at a press', async () => {
    await first.focus();
    await page.keyboard.press('End');
    await expect(table.getByText('Couldn’t load').first()).toBeVisible();
    await expect(table.getByText('Loading')).toHaveCount(0);
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await expect(table.locator('[data-row="699"]').getByRole('link')).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  await test.step('the export says what was not recorded', async () => {
    await technician.go('Policies');
    await page.getByRole('button', { name: 'Add a group…' }).click();
    await page.getByRole('combobox', { name: 'Group' }).pressSequentially(group);
    await page.getByRole('option').first().click();
    await page.getByRole('textbox', { name: 'Policy that uses it' }).fill('VPN');
    await page.getByRole('button', { name: 'Mark', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.getByRole('button', { name: 'Hand over…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(dialog.getByText(/^Exported \d/)).toBeVisible();
    await expect(dialog.getByText(/couldn’t record the hand-over/)).toBeVisible();
  });
});
