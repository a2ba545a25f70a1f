import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Download, Page } from '@playwright/test';
import { connectOwnRegistration } from '../../scripts/tour/connect.ts';
import { launchDesktop } from '../support/electron-double/launch.ts';
import { expectAccessible } from './support/accessible.ts';
import { desktopStory } from './support/desktop-story.ts';
import { choosesOtherWay } from './support/reset-story.ts';
import { test } from './support/story.ts';
import { technicianAt } from './support/technician.ts';

test.use({ customers: ['healthy'] });

async function begin(page: Page, tenantId: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#/customers/${tenantId}/reset`);
  await page.getByLabel('Your name, for the record').fill('Sanne Visser');
  await page.getByRole('button', { name: 'Start the reset' }).click();
  await expect(page.getByRole('region', { name: 'Now' })).toBeVisible();
}

/** Chooses a format. Every item of the menu is reached with the keyboard. */
async function choose(page: Page, format: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Save the report' }).press('Enter');
  await page.getByRole('menuitem', { name: format }).press('Enter');
}

async function downloaded(page: Page, format: RegExp): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, format)]);
  return download;
}

test('the report is taken by the browser: of a reset under way, and of one that ended', async ({
  cloud,
  technician,
}) => {
  test.slow();
  const { page } = technician;
  const { tenantId, primaryDomain } = cloud.customer('healthy');
  await technician.openCustomer(primaryDomain);
  await technician.test();
  await begin(page, tenantId);
  const open = await downloaded(page, /^Markdown/);
  expect(open.suggestedFilename()).toMatch(/-reset-report-\d{8}T\d{6}Z\.md$/);
  expect(await readFile(await open.path(), 'utf8')).toContain('not ended yet');
  await expect(page.getByText('Your browser is downloading the report')).toBeVisible();

  await choosesOtherWay(page, 'Abandon the reset…');
  await page.getByLabel('Why').fill('The customer hung up');
  await page.getByRole('button', { name: 'Abandon', exact: true }).click();
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toContainText('Unknown: this needs one stored sync');
  const pdf = await downloaded(page, /^PDF/);
  expect(pdf.suggestedFilename()).toMatch(/\.pdf$/);
  expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await expect(result.getByText('Your browser is downloading the report')).toBeVisible();
  await expectAccessible(page);

  await technician.go('Activity');
  await expect(page.locator('[data-action="resetReportSaved"]')).toHaveCount(2);
});

desktopStory(
  'the desktop prints the report in a window that nobody sees, and says where it is',
  async ({ page, data, cloud }) => {
    const saved = path.join(data.dataDir, 'saved');
    await mkdir(saved);
    const env = { EVERGRANT_DOUBLE_SAVES_IN: saved };
    const desktop = await launchDesktop({ args: data.args, env });
    await desktop.show(page);
    await connectOwnRegistration(page, cloud.manifest);
    const { tenantId, primaryDomain } = cloud.customer('healthy');
    await technicianAt(page).addCustomer(primaryDomain);
    await begin(page, tenantId);
    await choose(page, /^PDF/);
    await expect(page.getByText('Report saved')).toContainText(saved);
    const [name = '', ...others] = await readdir(saved);
    expect([name, others]).toEqual([expect.stringMatching(/-reset-report-.*\.pdf$/), []]);
    const bytes = await readFile(path.join(saved, name));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await desktop.quit()).toBe(0);
  },
);
