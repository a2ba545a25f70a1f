import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { accountOf } from '../../../test/e2e/support/story.ts';
import { syncCustomer } from '../../../test/e2e/support/sync.ts';
import { here, press } from '../moves.ts';
import type { Scene, Studio } from '../scene.ts';

/** Chooses a file of customers: the healthy one is already added, others are new, one may be unknown. */
const chooseFile =
  (more: readonly string[]) =>
  async ({ page, cloud }: Studio): Promise<void> => {
    const line = (key: string, rest: string): string =>
      `${cloud.customer(key).primaryDomain};${rest}`;
    const text = [
      'Domain;Alias;Tags;Notes;Phone',
      line('odd', 'Quill;Gold, Dublin office;;'),
      line('neverGranted', ';;Ask for Dana.;'),
      line('healthy', ';;;'),
      line('odd', 'Quill again;;;'),
      ...more,
    ].join('\r\n');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a file…' }).click(),
    ]);
    const buffer = Buffer.from(text);
    await chooser.setFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer });
    await page.locator('[data-outcome]').first().waitFor();
  };

const imports: Scene = {
  title: 'Customers from a file',
  customers: ['healthy'],
  states: [
    { name: 'import', address: '/import' },
    {
      name: 'import-refused',
      address: '/import',
      prepare: chooseFile(['tailspinn.example;;;;']),
    },
    { name: 'import-good', address: '/import', prepare: chooseFile([]) },
  ],
};

/**
 * Registers the application that reads the partner's lists in the partner's tenant; returns its client ID.
 */
async function registerReader({ cloud }: Studio): Promise<string> {
  const made = await cloud.control('POST', '/tenants/partner/registrations', {
    displayName: 'Northlight Partner Reader',
  });
  const { clientId } = z.object({ clientId: z.string() }).parse(made);
  await cloud.control('POST', `/registrations/${clientId}`, {
    type: 'setRedirects',
    redirectUris: [{ uri: 'http://localhost', platform: 'publicClient' }],
  });
  await cloud.control('POST', `/registrations/${clientId}`, {
    type: 'setPermissions',
    permissions: ['User.Read', 'DelegatedAdminRelationship.Read.All', 'Directory.Read.All'].map(
      (name) => ({ name, type: 'delegated' }),
    ),
  });
  return clientId;
}

const partner: Scene = {
  title: 'Customers from the partner’s tenant',
  customers: ['healthy'],
  states: [
    { name: 'partner-set-up', address: '/partner' },
    {
      name: 'partner',
      address: here,
      async prepare(studio) {
        const { page, cloud } = studio;
        await page.getByLabel('Application (client) ID').fill(await registerReader(studio));
        await page
          .getByLabel('Your own domain or tenant ID')
          .fill(cloud.customer('partner').primaryDomain);
        await page.getByRole('button', { name: 'Save', exact: true }).click();
        await page.getByRole('button', { name: 'Sign in to your own tenant' }).waitFor();
      },
    },
    {
      name: 'partner-list',
      address: here,
      async prepare(studio) {
        const { page, cloud, office } = studio;
        await page.getByRole('button', { name: 'Sign in to your own tenant' }).click();
        const visitor = await studio.administrator();
        await visitor.signIn(
          await office.host.openedAddress(),
          accountOf(cloud, 'partner', 'globalAdministrator'),
        );
        await visitor.accept();
        await cloud.control('POST', '/faults', {
          faults: [
            {
              type: 'error',
              endpoint: 'contracts',
              status: 403,
              code: 'Authorization_RequestDenied',
            },
          ],
        });
        await page.getByRole('button', { name: 'Read the list' }).click();
        await page
          .getByRole('checkbox', { name: /^Select (?!all customers)/ })
          .first()
          .click();
      },
    },
  ],
};

const passphrase = 'four words in a row';

async function makeBackup({ page }: Studio): Promise<string> {
  await page.getByLabel('Passphrase for this backup').fill(passphrase);
  await page.getByLabel('Enter it again').fill(passphrase);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Make backup' }).click(),
  ]);
  await page.locator('[data-backup="finished"]').waitFor();
  return await download.path();
}

/** Chooses a newly created backup, and opens it with a passphrase. */
const openBackup = (given: string) => async (studio: Studio) => {
  const { page } = studio;
  const buffer = await readFile(await makeBackup(studio));
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'b.evergrant', mimeType: '', buffer });
  await page.getByLabel('Passphrase of the backup').fill(given);
  await page.getByRole('button', { name: 'Show what it would restore' }).click();
  await page.locator('[data-subject], [role="alert"]').first().waitFor();
};

const backups: Scene = {
  title: 'Backups',
  customers: ['healthy', 'odd'],
  states: [
    { name: 'backup', address: '/backup' },
    { name: 'backup-faults', address: '/backup', prepare: press('Make backup') },
    { name: 'backup-made', address: '/backup', prepare: makeBackup },
    { name: 'backup-brings', address: '/backup', prepare: openBackup(passphrase) },
    { name: 'backup-wrong', address: '/backup', prepare: openBackup('wrong words altogether') },
  ],
};

const practice: Scene = {
  title: 'Practice',
  hostOptions: { furnish: null, practice: true },
  states: [
    { name: 'customers-practice', address: '/' },
    {
      name: 'export-practice',
      address: '/',
      async prepare({ page, technician, cloud }) {
        await syncCustomer(technician, cloud.customer('healthy').primaryDomain);
        await page.getByRole('button', { name: 'Export…' }).click();
      },
    },
    { name: 'practise-reset-practice', address: '/practise-reset' },
  ],
};

/** Dozens of customers, and actions on all of them. */
export const manyCustomersScenes: readonly Scene[] = [imports, partner, backups, practice];
