import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createCertificate } from '../../../test/support/certificate.ts';
import { connectorPage, here, press } from '../moves.ts';
import type { Scene, Studio } from '../scene.ts';

const own = 'Acme Shield connector';
const day = 24 * 60 * 60_000;

const registration = (studio: Studio, change: Record<string, unknown>): Promise<unknown> =>
  studio.cloud.control(
    'POST',
    `/registrations/${studio.cloud.manifest.connector.clientId}`,
    change,
  );

/** Adds the certificate of a colleague's computer to the registration. */
async function colleaguesCertificate(studio: Studio): Promise<void> {
  const { certificatePem } = await createCertificate({
    notBefore: new Date(Date.now() - 40 * day),
    notAfter: new Date(Date.now() + 325 * day),
  });
  await registration(studio, {
    type: 'addCertificate',
    pem: certificatePem,
    displayName: `${own} on FRONT-DESK`,
  });
}

async function readList({ page }: Studio): Promise<void> {
  await page.getByRole('button', { name: 'Read the list' }).click();
  await page.getByText('FRONT-DESK').first().waitFor();
}

const connectors: Scene = {
  title: 'A connector of one’s own',
  customers: ['partner', 'healthy'],
  states: [
    {
      name: 'connector-page',
      address: connectorPage(own),
      async prepare(studio) {
        await colleaguesCertificate(studio);
        await readList(studio);
      },
    },
    {
      name: 'connector-retire',
      address: here,
      async prepare(studio) {
        await readList(studio);
        await studio.page.getByRole('button', { name: /^Retire .*FRONT-DESK/ }).click();
      },
    },
    { name: 'connector-edit', address: here, prepare: press('Edit…') },
    { name: 'credential', address: connectorPage(own, '/credential') },
    {
      name: 'credential-files',
      address: here,
      async prepare({ page }) {
        await page.getByRole('radio', { name: 'From files: PEM or PFX' }).click();
        await page.getByRole('button', { name: 'Continue' }).click();
      },
    },
    {
      name: 'credential-swap',
      address: here,
      async prepare({ page }) {
        await page.getByRole('button', { name: 'Continue' }).click();
        await page.getByRole('button', { name: 'Test and switch' }).click();
        await page.getByRole('alert').waitFor();
      },
    },
    {
      name: 'connector-page-ends',
      address: connectorPage(own),
      async prepare({ page, timePasses, cloud }) {
        const pem = await readFile(cloud.manifest.connector.certificateFile, 'utf8');
        const end = new X509Certificate(pem).validToDate.getTime();
        await timePasses(end - Date.now() - 12 * day);
        await page.reload();
        await page.getByRole('heading', { level: 1 }).waitFor();
      },
    },
    {
      name: 'connector-page-expired',
      address: here,
      async prepare({ page, timePasses }) {
        await timePasses(15 * day);
        await page.reload();
        await page.getByRole('heading', { level: 1 }).waitFor();
      },
    },
  ],
};

/** Exports the connector, removes it, and chooses the exported file on the import page. */
async function chooseOwnFile({ page, open }: Studio): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export for a colleague…' }).click(),
  ]);
  const file = await download.path();
  await page.getByRole('button', { name: 'Remove…' }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Remove/ })
    .click();
  await page.getByRole('alertdialog').waitFor({ state: 'hidden' });
  await open('/connectors/import');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Import connector' }).waitFor();
}

/** Imports the shown connector, and tests a customer with it. */
async function testWithout({ page, technician, cloud }: Studio): Promise<void> {
  await page.getByLabel('Path of the cloud file').fill(cloud.manifest.cloudFile);
  await page.getByRole('button', { name: 'Import connector' }).click();
  await page.getByRole('button', { name: 'Import connector' }).waitFor({ state: 'hidden' });
  await technician.addCustomer(cloud.customer('healthy').primaryDomain);
  await technician.test();
  await technician.seesStatus('couldNotTell');
}

const imported: Scene = {
  title: 'A connector that a colleague shared',
  states: [
    { name: 'no-customers', address: '/' },
    { name: 'sign-ins-nobody', address: '/accounts' },
    { name: 'connector-remove', address: connectorPage(own), prepare: press('Remove…') },
    { name: 'connector-import', address: connectorPage(own), prepare: chooseOwnFile },
    { name: 'connection-without-credential', address: null, prepare: testWithout },
  ],
};

const domain = 'A domain of your company’s tenant';

/** Checks the registration again and waits for this verdict on its redirect address. */
async function checkAgain({ page }: Studio, verdict: string): Promise<void> {
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.locator(`[data-check="redirect"][data-verdict="${verdict}"]`).waitFor();
}

const checked: Scene = {
  title: 'A registration that is checked',
  customers: ['partner'],
  states: [
    {
      name: 'set-up-check-ready',
      address: connectorPage(own, '/check'),
      async prepare({ page, cloud }) {
        await page.getByLabel(domain).fill(cloud.customer('partner').primaryDomain);
        await page.getByRole('button', { name: 'Check', exact: true }).click();
        await page.locator('[data-ready="true"]').waitFor();
      },
    },
    {
      name: 'set-up-check-misses',
      address: here,
      async prepare(studio) {
        await registration(studio, {
          type: 'setRedirects',
          redirectUris: [{ uri: 'http://localhost', platform: 'web' }],
        });
        await registration(studio, {
          type: 'setPermissions',
          permissions: [
            { name: 'User.Read', type: 'delegated' },
            { name: 'GroupMember.Read.All', type: 'delegated' },
            { name: 'Member.Read.Hidden', type: 'application' },
          ],
        });
        await registration(studio, { type: 'setPublisherVerified', verified: false });
        await checkAgain(studio, 'wrong');
      },
    },
    {
      name: 'set-up-check-grant',
      address: here,
      async prepare(studio) {
        const { cloud } = studio;
        await registration(studio, { type: 'setRedirects', redirectUris: [] });
        await cloud.control('POST', `/tenants/${cloud.customer('partner').tenantId}`, {
          type: 'deletePrincipal',
          appId: cloud.manifest.connector.clientId,
        });
        await checkAgain(studio, 'wrong');
        await studio.page.getByRole('region', { name: 'Grant it in your own tenant' }).waitFor();
      },
    },
  ],
};

/** Connectors, their credentials and registrations. */
export const connectorScenes: readonly Scene[] = [connectors, imported, checked];
