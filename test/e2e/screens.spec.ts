import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { groupNamed, personOf } from './support/directory-record.ts';
import { expectNoOverhang } from './support/overhang.ts';
import { test } from './support/story.ts';
import { syncCustomer } from './support/sync.ts';

test.use({ customers: ['odd', 'healthy', 'neverGranted'] });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const searchOf = (page: Page, name: string) => page.getByRole('searchbox', { name });

/** Goes to another screen without reloading the page, and waits until it is drawn. */
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

/** Starts a set-up and returns its address. */
async function beginSetUp(page: Page, domain: string, cloudFile: string): Promise<string> {
  await open(page, '/connectors/set-up');
  await page.getByLabel('Name', { exact: true }).fill('Second connector');
  await page.getByLabel('A domain of your company’s tenant').fill(domain);
  await page.getByLabel('Microsoft cloud').click();
  await page.getByRole('option', { name: 'From a cloud file' }).click();
  await page.getByLabel('Path of the cloud file').fill(cloudFile);
  await page.getByRole('button', { name: 'Create the key and continue' }).click();
  await expect(page.getByRole('button', { name: 'Save the certificate' })).toBeVisible();
  return new URL(page.url()).hash.slice(1);
}

/** The address of the page of the test's connector. */
async function connectorAddress(page: Page): Promise<string> {
  await open(page, '/connectors');
  const link = page.getByRole('main').getByRole('link', { name: 'Acme Shield connector' });
  return ((await link.getAttribute('href')) ?? '').slice(1);
}

test('every screen ends where its window does, and an address that no screen has says so', async ({
  cloud,
  office,
  technician,
}) => {
  test.slow();
  const { page } = technician;
  const { tenantId: odd, primaryDomain } = cloud.customer('odd');
  const [group, person] = await Promise.all([
    groupNamed(cloud, 'odd', 'May use the VPN'),
    personOf(cloud, 'odd', `jane.okafor@${primaryDomain}`),
  ]);
  await syncCustomer(technician, primaryDomain);
  const connector = await connectorAddress(page);
  const home = cloud.customer('partner').primaryDomain;
  const setUp = await beginSetUp(page, home, cloud.manifest.cloudFile);
  await test.step('the step before leads back to what was typed', async () => {
    await page.getByRole('list', { name: 'Steps' }).getByRole('link', { name: 'Name it' }).click();
    await expect(page.getByLabel('A domain of your company’s tenant')).toBeVisible();
  });

  const screens = [
    '/customers',
    ...['odd', 'healthy', 'neverGranted'].map(
      (key) => `/customers/${cloud.customer(key).tenantId}`,
    ),
    `/customers/${odd}/cause`,
    `/customers/${odd}/reset`,
    `/customers/${odd}/off-board`,
    `/forget/${odd}`,
    '/groups',
    `/groups/${odd}`,
    `/groups/${odd}/${group}`,
    `/groups/${cloud.customer('healthy').tenantId}`,
    `/changes/${odd}`,
    '/people',
    `/people/${odd}/${person.id}`,
    '/policies',
    `/policies/${odd}`,
    '/activity',
    '/accounts',
    '/backup',
    '/partner',
    '/import',
    '/take-over',
    '/practise-reset',
    '/connectors',
    connector,
    `${connector}/credential`,
    `${connector}/check`,
    '/connectors/new',
    '/connectors/new/vendor',
    '/connectors/import',
    '/connectors/set-up',
    setUp,
  ];
  const nothing = 'There is nothing at this address';
  await open(page, '/groups/%');
  await expect(heading(page)).toHaveText(nothing);
  for (const screen of screens) {
    await open(page, screen);
    await expect(heading(page), screen).not.toHaveText(nothing);
    await expectNoOverhang(page, screen);
    await open(page, `${screen}/more/than/that`);
    await expect(heading(page), `beyond ${screen}`).toHaveText(nothing);
  }
  await expectNoOverhang(page, 'nothing');
  for (const screen of [
    `/customers/${odd}/anything`,
    `/changes/${odd}/1`,
    '/connectors/new/check',
    '/connectors/import/more',
    `${connector}/more`,
  ]) {
    await open(page, screen);
    await expect(heading(page), screen).toHaveText(nothing);
  }

  await office.host.network(false);
  await expect(page.getByText('You’re offline.')).toBeVisible();
  for (const screen of ['/customers', `/groups/${odd}`]) {
    await open(page, screen);
    await expectNoOverhang(page, `${screen}, offline`);
  }
  await expect(page.getByRole('button', { name: 'Open Practice' })).toBeVisible();
});

test('what a list shows is there again after Back, its own link and a reload', async ({
  cloud,
  technician,
}) => {
  const { page } = technician;
  const { tenantId, primaryDomain } = cloud.customer('odd');
  await syncCustomer(technician, primaryDomain);
  const table = page.getByRole('table', { name: 'Groups' });

  await test.step('search, filters and order of groups', async () => {
    const search = searchOf(page, 'Search groups');
    await search.fill('dynamic');
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Dynamic' }).click();
    await page.keyboard.press('Escape');
    await table.getByRole('button', { name: 'Members' }).click();
    const isAsBefore = async () => {
      await expect(search).toHaveValue('dynamic');
      await expect(page.getByRole('button', { name: 'Filters (1)' })).toBeVisible();
      await expect(table.getByRole('columnheader', { name: 'Members' })).toHaveAttribute(
        'aria-sort',
        'ascending',
      );
    };
    await isAsBefore();
    const first = table.locator('[data-row="0"]').getByRole('link');
    await expect(first).toHaveText('Dynamic Paused');

    await first.click();
    await expect(heading(page)).toHaveText('Dynamic Paused');
    await page.goBack();
    await isAsBefore();
    await first.click();
    await expect(heading(page)).toHaveText('Dynamic Paused');
    await page.getByRole('link', { name: /^Groups · / }).click();
    await isAsBefore();
    await page.reload();
    await isAsBefore();
    await expect(first).toHaveText('Dynamic Paused');
    await technician.go('Groups');
    await expect(search).toHaveValue('');
  });

  await test.step('a tab of a group', async () => {
    await open(page, `/groups/${tenantId}/${await groupNamed(cloud, 'odd', 'May use the VPN')}`);
    await page.getByRole('tab', { name: /^Effective/ }).click();
    await page.reload();
    await expect(page.getByRole('tab', { name: /^Effective/, selected: true })).toBeVisible();
  });

  await test.step('search and order of customers', async () => {
    await technician.go('Customers');
    await searchOf(page, 'Search customers').fill('alder');
    const customers = page.getByRole('table', { name: 'Customers' });
    await customers.getByRole('button', { name: 'Primary domain' }).click();
    await customers.getByRole('link').first().click();
    await expect(technician.connection).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Customers' }).click();
    await expect(searchOf(page, 'Search customers')).toHaveValue('alder');
    await expect(customers.getByRole('columnheader', { name: 'Primary domain' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
  });

  await test.step('search of people', async () => {
    await open(page, `/people/${tenantId}`);
    await searchOf(page, 'Search people').fill('okaf');
    await page.getByRole('table', { name: 'People' }).getByRole('link').first().click();
    await expect(heading(page)).toHaveText('Jane Okafor');
    await page.goBack();
    await expect(searchOf(page, 'Search people')).toHaveValue('okaf');
  });
});
