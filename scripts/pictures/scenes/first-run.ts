import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { here, press, shows } from '../moves.ts';
import type { Scene, Studio } from '../scene.ts';

async function beginSetUp({ page, cloud }: Studio): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill('Acme Shield');
  await page
    .getByLabel('A domain of your company’s tenant')
    .fill(cloud.customer('partner').primaryDomain);
  await page.getByLabel('Microsoft cloud').click();
  await page.getByRole('option', { name: 'From a cloud file' }).click();
  await page.getByLabel('Path of the cloud file').fill(cloud.manifest.cloudFile);
  await page.getByRole('button', { name: 'Create the key and continue' }).click();
  await page.getByRole('button', { name: 'Save the certificate' }).waitFor();
}

const firstRun: Scene = {
  title: 'A data folder that is empty',
  hostOptions: { furnish: null },
  states: [
    { name: 'welcome', address: '/' },
    { name: 'connector', address: '/connectors/new' },
    { name: 'connector-faults', address: '/connectors/new', prepare: press('Save connector') },
    { name: 'vendor-faults', address: '/connectors/new/vendor', prepare: press('Save connector') },
    { name: 'backup-first-run', address: '/backup' },
    { name: 'set-up-name', address: '/connectors/set-up' },
    {
      name: 'set-up-faults',
      address: '/connectors/set-up',
      prepare: press('Create the key and continue'),
    },
    { name: 'set-up-by-hand', address: '/connectors/set-up', prepare: beginSetUp },
    {
      name: 'set-up-unknown',
      address: here,
      async prepare({ page }) {
        await page
          .getByLabel('Application (client) ID')
          .fill('00000009-0000-4000-8000-000000000009');
        await page.getByRole('button', { name: 'Check it' }).click();
        await page.getByRole('alert').scrollIntoViewIfNeeded();
      },
    },
    { name: 'set-up-give-up', address: here, prepare: press('Discard') },
  ],
};

const passphrase = 'four words in a row';

const noKeyring: Scene = {
  title: 'A computer that keeps no keys',
  hostOptions: { furnish: null, keyFile: null },
  states: [
    { name: 'passphrase', address: '/' },
    {
      name: 'locked',
      address: '/',
      async prepare(studio) {
        const { page } = studio;
        await page.getByLabel('New passphrase').fill(passphrase);
        await page.getByLabel('Enter it again').fill(passphrase);
        await page.getByRole('button', { name: 'Set passphrase' }).click();
        await page.getByRole('heading', { name: 'Welcome to Evergrant' }).waitFor();
        await studio.startAgain();
        await page.getByRole('heading', { name: 'Evergrant is locked' }).waitFor();
      },
    },
  ],
};

const otherKey: Scene = {
  title: 'Data that another key opens',
  states: [
    {
      name: 'refused',
      address: '/',
      async prepare(studio) {
        await writeFile(studio.office.keyFile, randomBytes(32).toString('hex'), { mode: 0o600 });
        await studio.startAgain();
        await shows(studio.page, 'Evergrant can’t open its data');
      },
    },
  ],
};

/** Before there is a connector, and when the data can't be opened. */
export const firstRunScenes: readonly Scene[] = [firstRun, noKeyring, otherKey];
