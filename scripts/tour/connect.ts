import type { Page } from 'playwright';
import type { PracticeManifest } from '../../test/support/practice-cloud.ts';

/** Sets up the practice connector on the first-run screens, as a technician would with their own. */
export async function connectOwnRegistration(
  page: Page,
  manifest: PracticeManifest,
): Promise<void> {
  await page.getByRole('button', { name: 'Connect your own registration' }).click();
  await page.getByLabel('Name', { exact: true }).fill(manifest.connector.name);
  await page.getByLabel('Application (client) ID').fill(manifest.connector.clientId);
  await page.getByLabel('Microsoft cloud').click();
  await page.getByRole('option', { name: 'From a cloud file' }).click();
  await page.getByLabel('Path of the cloud file').fill(manifest.cloudFile);
  await page.locator('input[type=file]').setInputFiles(manifest.connector.certificateFile);
  await page.getByRole('button', { name: 'Save connector' }).click();
  await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
}
