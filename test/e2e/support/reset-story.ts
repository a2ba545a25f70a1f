import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { resetReportFile } from '../../../electron/contract/reset-report.ts';
import type { ResetReportFile } from '../../../electron/contract/reset-report.ts';
import type { Administrator } from './administrator.ts';

/** The current step of a reset. */
export const nowOf = (page: Page) => page.getByRole('region', { name: 'Now' });

/** The technician sees which step the reset is at. */
export async function stands(page: Page, step: string): Promise<void> {
  await expect(nowOf(page).getByRole('heading')).toHaveText(step);
}

/** The administrator signs in at the page that the step links to, and deletes the enterprise application. */
export async function deletesInPortal(
  administrator: Administrator,
  page: Page,
  account: string,
): Promise<void> {
  const link = nowOf(page).getByRole('link', { name: 'Open its Properties in the Entra portal' });
  await administrator.signIn((await link.getAttribute('href')) ?? '', account);
  await administrator.page.getByRole('button', { name: 'Delete' }).click();
  await administrator.page.getByRole('button', { name: 'Yes' }).click();
  await expect(administrator.page.getByText('Deleted.')).toBeVisible();
}

/** Chooses one of a reset's less common options. */
export async function choosesOtherWay(page: Page, name: string | RegExp): Promise<void> {
  await nowOf(page).getByRole('button', { name: 'More', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name }).press('Enter');
}

/** Saves the report in a format; returns the file's name and content. */
export async function savesReport(
  page: Page,
  format: RegExp,
): Promise<{ readonly fileName: string; readonly text: string }> {
  await page.getByRole('button', { name: 'Save the report' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  return { fileName: download.suggestedFilename(), text };
}

/** Saves the report as JSON and parses it. */
export async function savesReportForScript(page: Page): Promise<ResetReportFile> {
  const { text } = await savesReport(page, /^JSON/);
  return resetReportFile.parse(JSON.parse(text));
}
