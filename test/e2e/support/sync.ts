import { expect } from '@playwright/test';
import type { Technician } from './technician.ts';

/** The technician syncs a customer and waits until the result is shown. */
export async function syncCustomer(technician: Technician, domain: string): Promise<void> {
  const { page } = technician;
  await technician.openCustomer(domain);
  await page.getByRole('link', { name: 'Groups of this customer' }).click();
  await page.getByRole('button', { name: 'Sync', exact: true }).click();
  await expect(page.getByText(/^Synced /)).toBeVisible();
}

/** From a customer's groups: syncs again and opens what changed since the previous sync. */
export async function syncAgain({ page }: Technician): Promise<void> {
  await page.getByRole('button', { name: 'Sync', exact: true }).click();
  await page.getByRole('link', { name: 'What changed' }).click();
  await expect(page.getByRole('combobox', { name: 'Later sync' })).toBeVisible();
}
