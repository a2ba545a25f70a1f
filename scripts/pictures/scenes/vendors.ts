import { readFile } from 'node:fs/promises';
import { globalAdministratorOf } from '../../../test/e2e/support/story.ts';
import { vendorsClientId, vendorsName } from '../../../test/support/vendors-registration.ts';
import { here, press, shows } from '../moves.ts';
import type { Scene, Studio } from '../scene.ts';

const readLink =
  (link: string, words: string) =>
  async ({ page }: Pick<Studio, 'page'>): Promise<void> => {
    await page.getByLabel('The vendor’s consent link').fill(link);
    await page.getByRole('button', { name: 'Read the link' }).click();
    await shows(page, words);
  };

/** Adds the vendor's registration from its link, with the MSP's connector as its reader. */
async function saveVendors({ page, cloud, open }: Studio): Promise<void> {
  const { browserBaseUrl } = JSON.parse(await readFile(cloud.manifest.cloudFile, 'utf8')) as {
    readonly browserBaseUrl: string;
  };
  const link = `${browserBaseUrl}/organizations/adminconsent?client_id=${await vendorsClientId(cloud)}`;
  await page.getByLabel('Name').fill(vendorsName);
  await readLink(link, 'What the link says')({ page });
  await page.getByRole('button', { name: 'Use this link' }).click();
  await page.getByRole('button', { name: 'Save connector' }).click();
  await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
  await open('/connectors');
}

async function addVendorsCustomer({ page, cloud, technician }: Studio, key: string): Promise<void> {
  await technician.go('Customers');
  await page.getByRole('button', { name: 'Add customer' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add customer' });
  await dialog.getByLabel('Domain or tenant ID').fill(cloud.customer(key).primaryDomain);
  await dialog.getByRole('combobox', { name: 'Connector' }).click();
  await page.getByRole('option', { name: vendorsName }).click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** A vendor's registration, from its link to what Evergrant can determine about a customer with it. */
export const vendors: Scene = {
  title: 'A vendor’s connector',
  states: [
    { name: 'vendor', address: '/connectors/new/vendor' },
    {
      name: 'vendor-link',
      address: '/connectors/new/vendor',
      prepare: readLink(
        'https://login.microsoftonline.com/organizations/v2.0/adminconsent?client_id=7b1d1a2b-3c4d-4e5f-8a6b-7c8d9e0f1a2b&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&redirect_uri=https%3A%2F%2Fconsole.palisade.example%2Fgranted&state=4711',
        'What the link says',
      ),
    },
    {
      name: 'vendor-link-refused',
      address: '/connectors/new/vendor',
      prepare: readLink('https://vendor.example/grant', 'The link wasn’t used'),
    },
    { name: 'connectors', address: '/connectors/new/vendor', prepare: saveVendors },
    {
      name: 'vendor-grant',
      address: '/',
      async prepare(studio) {
        await addVendorsCustomer(studio, 'healthy');
        await studio.page.getByRole('button', { name: 'Grant permissions', exact: true }).click();
      },
    },
    {
      name: 'vendor-on-record',
      address: '/customers/{healthy}',
      async prepare({ technician, office, cloud, administrator, page }) {
        await technician.grant();
        const visitor = await administrator();
        await visitor.signIn(
          await office.host.openedAddress(),
          globalAdministratorOf(cloud, 'healthy'),
        );
        await visitor.accept();
        await page.getByRole('button', { name: 'Check now' }).click();
        await technician.seesStatus('onRecord');
      },
    },
    {
      name: 'vendor-reader-not-granted',
      address: '/',
      async prepare(studio) {
        await addVendorsCustomer(studio, 'neverGranted');
        await studio.technician.test();
        await studio.technician.seesStatus('couldNotTell');
      },
    },
    { name: 'vendor-grant-reader', address: here, prepare: press('Grant the reader…') },
  ],
};
