import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { id } from '../support/fake-engine/sample-data.ts';
import { scenarios } from '../support/fake-engine/scenario.ts';
import { test } from './support/fake-screens.ts';

const customer = id(2, 1);
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const searchOf = (page: Page, name: string) => page.getByRole('searchbox', { name });

const screens: readonly string[] = [
  '/customers',
  ...Array.from({ length: 14 }, (_, index) => `/customers/${id(2, index + 1)}`),
  `/customers/${customer}/cause`,
  `/customers/${customer}/reset`,
  `/customers/${customer}/off-board`,
  `/forget/${customer}`,
  '/groups',
  `/groups/${customer}`,
  `/groups/${customer}/${id(7, 8)}`,
  `/changes/${customer}`,
  '/people',
  `/people/${customer}/${id(8, 1)}`,
  '/policies',
  `/policies/${customer}`,
  '/activity',
  '/accounts',
  '/backup',
  '/partner',
  '/import',
  '/take-over',
  '/practise-reset',
  '/connectors',
  `/connectors/${id(1, 1)}`,
  `/connectors/${id(1, 1)}/credential`,
  `/connectors/${id(1, 1)}/check`,
  '/connectors/new',
  '/connectors/new/vendor',
  '/connectors/import',
  '/connectors/set-up',
  `/connectors/set-up/${id(20, 1)}`,
];

/** How far the window, and the part of it that scrolls, reach beyond what is in them, px. */
const overhang = (page: Page) =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    const beyond = (document.scrollingElement?.scrollHeight ?? 0) - window.innerHeight;
    if (main === null) return { window: beyond, main: 0 };
    const end = (main.firstElementChild ?? main).getBoundingClientRect().bottom;
    const room = Math.max(main.clientHeight, Math.ceil(end - main.getBoundingClientRect().top));
    return { window: beyond, main: main.scrollHeight - room };
  });

/** Opens another screen without loading the page again. */
async function open(page: Page, screen: string): Promise<void> {
  await page.evaluate(async (address) => {
    const arrived = new Promise((done) =>
      window.addEventListener('hashchange', done, { once: true }),
    );
    window.location.hash = address;
    await arrived;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }, screen);
  await heading(page).waitFor();
}

test('no screen scrolls the window away, or ends in nothing', async ({ page, site }) => {
  test.slow();
  const found: string[] = [];
  const look = async (name: string) => {
    for (const size of [
      { width: 1024, height: 700 },
      { width: 1280, height: 800 },
    ]) {
      await page.setViewportSize(size);
      const over = await overhang(page);
      if (over.window > 0 || over.main > 0)
        found.push(`${name} at ${size.width}: ${JSON.stringify(over)}`);
    }
  };
  await page.goto(site.at('/nothing'));
  for (const screen of screens) {
    await open(page, screen);
    await look(screen);
  }
  for (const scenario of scenarios) {
    await page.goto(site.at('/', scenario));
    await heading(page).waitFor();
    await look(scenario);
  }
  expect(found).toEqual([]);
});

test('search, filters and order of a list are there again after Back, its own link and a reload', async ({
  page,
  site,
}) => {
  await page.goto(site.at(`/groups/${customer}`));
  const search = searchOf(page, 'Search groups');
  const table = page.getByRole('table', { name: 'Groups' });
  await search.fill('vpn');
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Dynamic' }).click();
  await page.keyboard.press('Escape');
  await table.getByRole('button', { name: 'Members' }).click();
  const isAsBefore = async () => {
    await expect(search).toHaveValue('vpn');
    await expect(page.getByRole('button', { name: 'Filters (1)' })).toBeVisible();
    await expect(table.getByRole('columnheader', { name: 'Members' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
  };
  await isAsBefore();
  const first = table.locator('[data-row="0"]').getByRole('link');
  const name = await first.innerText();
  expect(name).toContain('VPN');

  await first.click();
  await expect(heading(page)).toHaveText(name);
  await page.goBack();
  await isAsBefore();
  await first.click();
  await expect(heading(page)).toHaveText(name);
  await page.getByRole('link', { name: /^Groups · / }).click();
  await isAsBefore();
  await page.reload();
  await isAsBefore();
  await expect(first).toHaveText(name);
  await page.getByRole('navigation').getByRole('link', { name: 'Groups' }).click();
  await expect(search).toHaveValue('');
});

test('what other lists show is there again after Back', async ({ page, site }) => {
  await page.goto(site.at('/customers'));
  await searchOf(page, 'Search customers').fill('li');
  const customers = page.getByRole('table', { name: 'Customers' });
  await customers.getByRole('button', { name: 'Primary domain' }).click();
  await customers.getByRole('link', { name: 'Litware' }).click();
  await expect(heading(page)).toHaveText('Litware');
  await page.getByRole('main').getByRole('link', { name: 'Customers' }).click();
  await expect(searchOf(page, 'Search customers')).toHaveValue('li');
  await expect(customers.getByRole('columnheader', { name: 'Primary domain' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );

  await page.goto(site.at(`/people/${customer}`));
  await searchOf(page, 'Search people').fill('ana');
  await page.getByRole('table', { name: 'People' }).getByRole('link').first().click();
  await expect(heading(page)).toContainText('Ana');
  await page.goBack();
  await expect(searchOf(page, 'Search people')).toHaveValue('ana');

  await page.goto(site.at(`/groups/${customer}/${id(7, 8)}`));
  await page.getByRole('tab', { name: /^Effective/ }).click();
  await page.reload();
  await expect(page.getByRole('tab', { name: /^Effective/, selected: true })).toBeVisible();

  await page.goto(site.at(`/changes/${customer}`));
  await page.getByRole('tab', { name: /^Memberships/ }).click();
  await page.getByRole('combobox', { name: 'Kind of change' }).selectOption('removed');
  await page.reload();
  await expect(page.getByRole('tab', { name: /^Memberships/, selected: true })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Kind of change' })).toHaveValue('removed');
});

test('rows that could not be loaded say so, and load at a press', async ({ page, site }) => {
  await page.goto(site.at(`/groups/${customer}`, 'lateRows'));
  const table = page.getByRole('table', { name: 'Groups' });
  await table.locator('[data-row="0"]').getByRole('link').focus();
  await page.keyboard.press('End');
  await expect(table.getByText('Couldn’t load').first()).toBeVisible();
  await expect(table.getByText('Loading')).toHaveCount(0);
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(table.locator('[data-row="9999"]').getByRole('link')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('Cancel sync says so where the sync runs elsewhere', async ({ page, site }) => {
  await page.goto(site.at(`/groups/${customer}`, 'syncingElsewhere'));
  await page.getByRole('button', { name: 'Cancel sync' }).click();
  await expect(page.getByText(/^The sync was not canceled: it runs in another/)).toBeVisible();
});

test('an export whose hand-over was not recorded says so', async ({ page, site }) => {
  await page.goto(site.at(`/policies/${customer}`));
  await page.getByRole('button', { name: 'Hand over…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /SCIM/ }).click();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByText(/^Exported, /)).toBeVisible();
  await expect(dialog.getByText(/couldn’t record the hand-over/)).toBeVisible();
});

test('an address that no screen has says so, and is no crash', async ({ page, site }) => {
  await page.goto(site.at('/groups/%'));
  const nothing = 'There is nothing at this address';
  await expect(heading(page)).toHaveText(nothing);
  for (const screen of screens) {
    await open(page, screen);
    await expect(heading(page), screen).not.toHaveText(nothing);
    await open(page, `${screen}/more/than/that`);
    await expect(heading(page), `beyond ${screen}`).toHaveText(nothing);
  }
  for (const screen of [
    `/customers/${customer}/anything`,
    `/changes/${customer}/1`,
    '/connectors/new/check',
    '/connectors/import/more',
    `/connectors/${id(1, 1)}/more`,
  ]) {
    await open(page, screen);
    await expect(heading(page), screen).toHaveText(nothing);
  }
});

test('Practice is offered in the navigation and on the lock screen', async ({ page, site }) => {
  await page.goto(site.at('/customers'));
  const enter = page.getByRole('button', { name: 'Open Practice' });
  await expect(enter).toBeVisible();
  await page.goto(site.at('/', 'locked'));
  await expect(page.getByRole('button', { name: 'Try it in Practice' })).toBeVisible();
  await page.goto(site.at('/', 'practice'));
  await expect(heading(page)).toHaveText('Customers');
  await expect(enter).toHaveCount(0);
});

test('a set-up whose redirect was forgotten says so, helps, stops, and leads back', async ({
  page,
  site,
}) => {
  await page.goto(site.at(`/connectors/${id(21, 2)}/check`));
  const grant = page.getByRole('region', { name: 'Grant it in your own tenant' });
  await expect(grant.getByText(/^The redirect URI isn’t registered yet/)).toBeVisible();
  await expect(page.locator('[data-check="redirect"]')).toHaveAttribute('data-verdict', 'wrong');
  await grant.getByRole('button', { name: 'Stuck on a Microsoft page?' }).click();
  await grant.getByLabel('Number or words on the page').fill('AADSTS900971');
  await expect(grant.getByText(/redirect/i).first()).toBeVisible();
  await expect(grant.getByRole('button', { name: 'Stop waiting' })).toBeVisible();
  await page.getByRole('list', { name: 'Steps' }).getByRole('link', { name: 'Name it' }).click();
  await expect(page).toHaveURL(new RegExp(`#/connectors/${id(21, 2)}$`));
  await page.goto(site.at(`/connectors/set-up/${id(20, 1)}`));
  await page.getByRole('list', { name: 'Steps' }).getByRole('link', { name: 'Name it' }).click();
  await expect(page.getByLabel('A domain of your own tenant')).toBeVisible();
});
