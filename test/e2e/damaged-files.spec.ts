import { cp, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ways } from '../support/damaged-files/ways.ts';
import type { StoreFile } from '../support/damaged-files/ways.ts';
import { expectAccessible } from './support/accessible.ts';
import { keyOf } from './support/office.ts';
import type { Office } from './support/office.ts';
import { test } from './support/story.ts';
import { syncCustomer } from './support/sync.ts';
import type { Technician } from './support/technician.ts';

/** Closes Evergrant, damages one of its files, and opens it again. */
async function openDamaged(
  office: Office,
  technician: Technician,
  file: StoreFile,
  name: string,
): Promise<void> {
  await office.host.stop();
  const way = ways.find((one) => one.name === name);
  if (way === undefined) throw new Error(`There is no way that ${name}.`);
  way.does(join(office.dataDir, file), await keyOf(office));
  await office.startAgain();
  await office.open(technician);
}

/** Makes an intact copy of the file while Evergrant is closed. */
async function copyWhileClosed(office: Office, file: string): Promise<void> {
  await office.host.stop();
  await cp(file, `${file}.copy`);
  await office.startAgain();
}

test.describe('a damaged ledger', () => {
  test.use({ customers: ['healthy'] });

  const refusal = ({ page }: Technician) => page.getByRole('alert');
  const tryAgain = async ({ page }: Technician): Promise<void> => {
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Try again' }).click();
    await loaded;
  };

  test('is refused with what to do; an intact copy in its place opens without a restart', async ({
    cloud,
    office,
    technician,
  }) => {
    const { page } = technician;
    const ledger = join(office.dataDir, 'ledger.db');
    await expect(page.getByRole('table', { name: 'Customers' })).toBeVisible();
    await copyWhileClosed(office, ledger);
    await openDamaged(office, technician, 'ledger.db', 'is a text');

    await expect(
      page.getByRole('heading', { name: 'Evergrant can’t open its data' }),
    ).toBeVisible();
    await expect(refusal(technician)).toContainText('is damaged');
    await expect(refusal(technician)).toContainText(office.dataDir);
    await expectAccessible(page);

    await tryAgain(technician);
    await expect(refusal(technician)).toContainText('is damaged');
    await rename(ledger, `${ledger}.damaged`);
    await tryAgain(technician);
    await expect(refusal(technician)).toContainText('is missing');
    await expectAccessible(page);
    await rename(`${ledger}.copy`, ledger);
    await tryAgain(technician);
    await expect(page.getByRole('table', { name: 'Customers' })).toContainText(
      cloud.customer('healthy').primaryDomain,
    );
  });

  test('whose damage is met only where it is read is never shown as an empty list', async ({
    cloud,
    office,
    technician,
  }) => {
    const { page } = technician;
    const ledger = join(office.dataDir, 'ledger.db');
    await expect(page.getByRole('table', { name: 'Customers' })).toBeVisible();
    await copyWhileClosed(office, ledger);
    await openDamaged(office, technician, 'ledger.db', 'has a changed bit in every table');

    await expect(refusal(technician)).toContainText('is damaged');
    await rename(ledger, `${ledger}.damaged`);
    await rename(`${ledger}.copy`, ledger);
    await tryAgain(technician);
    await expect(page.getByRole('table', { name: 'Customers' })).toContainText(
      cloud.customer('healthy').primaryDomain,
    );
  });

  test('with the other files out of the folder, Evergrant starts empty and takes a backup', async ({
    cloud,
    office,
    technician,
  }) => {
    const { page } = technician;
    const passphrase = 'four words in a row';
    await technician.go('Backup and move');
    await page.getByLabel('Passphrase for this backup').fill(passphrase);
    await page.getByLabel('Enter it again').fill(passphrase);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Make backup' }).click();
    const backup = await (await downloading).path();
    await expect(page.locator('[data-backup="finished"]')).toBeVisible();

    await openDamaged(office, technician, 'ledger.db', 'is cut to half');
    await expect(refusal(technician)).toContainText('is damaged');
    const away = join(office.dataDir, '..', 'away');
    await mkdir(away);
    for (const name of ['ledger.db', 'directory.db']) {
      await rename(join(office.dataDir, name), join(away, name));
    }
    await tryAgain(technician);
    await page.getByRole('button', { name: 'Restore a backup' }).click();
    await page.locator('input[type="file"]').setInputFiles(backup);
    await page.getByLabel('Passphrase of the backup').fill(passphrase);
    await page.getByRole('button', { name: 'Show what it would restore' }).click();
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByRole('link', { name: 'Go to Customers' }).click();
    await expect(page.getByRole('table', { name: 'Customers' })).toContainText(
      cloud.customer('healthy').primaryDomain,
    );
  });
});

test.describe('damaged synced data', () => {
  test.use({ customers: ['large'], cloudArgs: ['--groups', '40', '--memberships', '200'] });

  test('is named with its new name above every screen; Sync fills the new file', async ({
    cloud,
    office,
    technician,
  }) => {
    const { page } = technician;
    const { primaryDomain } = cloud.customer('large');
    await syncCustomer(technician, primaryDomain);
    await openDamaged(office, technician, 'directory.db', 'is cut to half');

    const banner = page.getByRole('status').filter({ hasText: 'directory.damaged-1.db' });
    await expect(banner).toContainText('Sync each customer again');
    await expectAccessible(page);
    await syncCustomer(technician, primaryDomain);
    await expect(page.getByText('40 groups', { exact: true })).toBeVisible();
    await expect(banner).toHaveCount(0);
  });

  test('whose damage is met while it is read is named too; Sync fills the new file', async ({
    cloud,
    office,
    technician,
  }) => {
    const { page } = technician;
    const { primaryDomain } = cloud.customer('large');
    await syncCustomer(technician, primaryDomain);
    await openDamaged(
      office,
      technician,
      'directory.db',
      'has a changed bit in every table but the search index',
    );
    const banner = page.getByRole('status').filter({ hasText: 'directory.damaged-1.db' });
    await expect(banner).toContainText('Sync each customer again');
    await expect(page.getByRole('table', { name: 'Customers' })).toContainText(primaryDomain);
    await syncCustomer(technician, primaryDomain);
    await expect(page.getByText('40 groups', { exact: true })).toBeVisible();
    await expect(banner).toHaveCount(0);
  });
});

test.describe('lists that Microsoft refuses to give', () => {
  test.use({ customers: ['odd'] });

  test('are named above the groups, until a sync has read them', async ({ cloud, technician }) => {
    const { page } = technician;
    const refused = (endpoint: string) => ({
      type: 'error',
      endpoint,
      status: 400,
      code: 'Request_BadRequest',
      count: 'always',
    });
    await cloud.control('POST', '/faults', { faults: [refused('devices'), refused('contacts')] });
    await syncCustomer(technician, cloud.customer('odd').primaryDomain);
    const gaps = page.getByText('Evergrant couldn’t read everything.');
    await expect(gaps).toBeVisible();
    await expect(page.getByText('The list of devices couldn’t be read')).toBeVisible();
    await expect(page.getByText('The list of contacts couldn’t be read')).toBeVisible();
    await expectAccessible(page);

    await cloud.control('POST', '/faults', {});
    await page.getByRole('button', { name: 'Sync', exact: true }).click();
    await expect(gaps).toHaveCount(0);
  });
});
