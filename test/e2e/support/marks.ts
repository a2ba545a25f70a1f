import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** Marks a group by its name, on Policies. */
export async function mark(page: Page, name: string, policy: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a group…' }).click();
  await page.getByRole('combobox', { name: 'Group' }).pressSequentially(name);
  await page.getByRole('option', { name }).click();
  await page.getByRole('textbox', { name: 'Policy that uses it' }).fill(policy);
  await page.getByRole('button', { name: 'Mark', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}
