import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { startStoryHost } from '../support/story-host/start-story-host.ts';
import type { StoryHost } from '../support/story-host/start-story-host.ts';
import { expectAccessible } from './support/accessible.ts';
import { test as story } from './support/story.ts';

const second = 1_000;

/** A host with an empty data folder, on a computer that stores its key in a file. */
const test = story.extend<{ readonly newcomers: StoryHost }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the destructuring pattern
  newcomers: async ({}, provide) => {
    const folder = await mkdtemp(join(tmpdir(), 'evergrant-practise-'));
    const keyFile = join(folder, 'key');
    await writeFile(keyFile, randomBytes(32).toString('hex'), { mode: 0o600 });
    const host = await startStoryHost({ dataDir: join(folder, 'data'), keyFile });
    await provide(host);
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  },
});

async function open(page: Page, host: StoryHost): Promise<void> {
  await page.goto(await host.link());
  await page.getByRole('button', { name: 'Open Evergrant' }).click();
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const banner = (page: Page) => page.getByRole('region', { name: 'PRACTICE', exact: true });

/** The message of the current step, as the technician copies it; also checks the page's accessibility. */
async function messageFrom(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Ask the customer’s administrator…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask the customer’s administrator' });
  const message = dialog.getByRole('textbox', { name: 'Message' });
  await expect(message).toHaveValue(/^PRACTICE/);
  await expectAccessible(page);
  const text = await message.inputValue();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  return text;
}

test('from an empty first start, without typing an address, to the end of the rehearsal', async ({
  page,
  newcomers: host,
  administrator,
}) => {
  test.slow();
  await open(page, host);
  await expect(heading(page, 'Welcome to Evergrant')).toBeVisible();
  await page.getByRole('button', { name: 'Try it in Practice' }).click();
  await expect(banner(page)).toBeVisible();
  const offer = page.getByRole('region', { name: 'Practice the reset' });
  await expect(offer).toContainText('Microsoft has refused the connector');
  await expectAccessible(page);
  await offer.getByRole('button', { name: 'Practice the reset' }).click();

  const coach = page.getByRole('region', { name: 'Rehearsal: what to do' });
  await expect(heading(page, 'Reset')).toBeVisible();
  await expect(coach).toContainText('Nothing in Practice is real');
  await expectAccessible(page);
  await page.getByLabel('Your name, for the record').fill('Sanne Visser');
  await page.getByRole('button', { name: 'Start the reset' }).click();

  const now = page.getByRole('region', { name: 'Now' });
  await expect(now.getByRole('heading')).toHaveText('Delete the enterprise application');
  const signInAs = (await coach.getByRole('strong').textContent()) ?? '';
  await expectAccessible(page);
  expect(await messageFrom(page)).toContain('delete the enterprise application');
  const portal = now.getByRole('link', { name: 'Open its Properties in the Entra portal' });
  await administrator.signIn((await portal.getAttribute('href')) ?? '', signInAs);
  await administrator.page.getByRole('button', { name: 'Delete' }).click();
  await administrator.page.getByRole('button', { name: 'Yes' }).click();
  await expect(administrator.page.getByText('Deleted.')).toBeVisible();

  await expect(now).toContainText('refused one token request');
  await host.jump(11 * second);
  await expect(now.getByRole('heading')).toHaveText('Wait');
  await host.jump(31 * second);
  await expect(now.getByRole('heading')).toHaveText('Grant again');
  await expect(coach).toContainText(signInAs);
  await expectAccessible(page);
  const link = /https?:\S+adminconsent\S+/.exec(await messageFrom(page))?.[0] ?? '';
  await administrator.useAnotherAccount(link, signInAs);
  await administrator.accept();

  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toContainText('granted again and verified');
  await expect(coach).toContainText('start another reset');
  await expectAccessible(page);
  await result.getByRole('button', { name: 'Start another reset' }).click();
  await expect(coach).toContainText('works: nothing is broken at the moment');
});

test('from the real data to the rehearsal, and the way is in the navigation for as long as Practice is open', async ({
  page,
  newcomers: host,
}) => {
  await open(page, host);
  await page.getByRole('button', { name: 'Practice the reset' }).click();
  await expect(banner(page)).toBeVisible();
  const coach = page.getByRole('region', { name: 'Rehearsal: what to do' });
  await expect(coach).toContainText('made tidewater-freight.example its primary domain');
  await page.getByRole('link', { name: 'Customers', exact: true }).click();
  await expect(heading(page, 'Customers')).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Practice the reset' })
    .click();
  await expect(coach).toBeVisible();
  await page.getByRole('link', { name: 'Tidewater Logistics' }).click();
  await expect(page.locator('[data-status]').first()).toHaveAttribute('data-status', 'broken');

  await page.getByRole('button', { name: 'Forget this customer…' }).click();
  await page.getByRole('button', { name: 'Forget Tidewater Logistics' }).click();
  await expect(page.getByText('was forgotten.')).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Practice the reset' })
    .click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Restore the customer' }).click();
  await expect(coach).toBeVisible();
});
