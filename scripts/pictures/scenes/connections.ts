import { changesOf, directoryReadAll } from '../../../test/e2e/support/tenant-changes.ts';
import { here, press } from '../moves.ts';
import type { Scene, State, Studio } from '../scene.ts';

const healthy = '/customers/{healthy}';
const hour = 60 * 60_000;

const tenant = ({ cloud }: Studio) => changesOf(cloud, 'healthy');

/** Tests the permissions on the open customer page and waits for this status. */
async function tests({ technician }: Studio, status: string): Promise<void> {
  await technician.test();
  await technician.seesStatus(status);
}

/** The customer's states from green on, and the page's actions. */
const connected: readonly State[] = [
  { name: 'connection-untested', address: healthy },
  {
    name: 'connection-connected',
    address: healthy,
    async prepare(studio) {
      await studio.technician.test();
      await studio.technician.seesGreen();
    },
  },
  { name: 'connection-edit', address: healthy, prepare: press('Edit name, tags and notes…') },
  {
    name: 'connection-ticket',
    address: healthy,
    async prepare({ page }) {
      await page.getByRole('button', { name: 'Ticket number…' }).click();
      await page.getByRole('textbox', { name: 'Ticket number' }).fill('T20261125.0042');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('button', { name: 'Ticket T20261125.0042' }).click();
    },
  },
  { name: 'connection-remove', address: healthy, prepare: press('Disconnect on this computer') },
  { name: 'cause', address: `${healthy}/cause` },
  { name: 'reset', address: `${healthy}/reset` },
  { name: 'off-board', address: `${healthy}/off-board` },
  {
    name: 'connection-offline',
    address: healthy,
    async prepare({ office, technician }) {
      await office.host.network(false);
      await technician.seesStatus('granted', { stale: true });
    },
  },
  {
    name: 'customers-offline',
    address: '/',
    async prepare({ page }) {
      await page.getByText('You’re offline.').waitFor();
    },
  },
  {
    name: 'connection-test-failed',
    address: healthy,
    async prepare(studio) {
      const { office, cloud, technician } = studio;
      await office.host.network(true);
      await cloud.control('POST', '/faults', {
        faults: [{ type: 'drop', endpoint: '*', count: 1000 }],
      });
      await tests(studio, 'granted');
      await technician.seesStatus('granted', { stale: true });
      await tenant(studio).noFaults();
    },
  },
];

/** Changes that a customer's administrators make without the connector's knowledge. */
const changed: readonly State[] = [
  {
    name: 'connection-could-not-check',
    address: healthy,
    async prepare(studio) {
      await tenant(studio).failing('organization', 503, 'serviceUnavailable');
      await tests(studio, 'couldNotTell');
      await tenant(studio).noFaults();
    },
  },
  {
    name: 'connection-partial',
    address: healthy,
    async prepare(studio) {
      await tenant(studio).change('removeAppRole', { appRoleId: directoryReadAll });
      await tests(studio, 'partial');
      await tenant(studio).change('addAppRole', { appRoleId: directoryReadAll });
    },
  },
  {
    name: 'connection-attention',
    address: healthy,
    async prepare(studio) {
      const { cloud } = studio;
      for (const type of ['addDomain', 'makePrimary']) {
        await cloud.control('POST', '/tenants/healthy', {
          type,
          domain: 'alderbrook-vets.example',
        });
      }
      await tests(studio, 'granted');
    },
  },
  {
    name: 'connection-stale',
    address: healthy,
    async prepare({ timePasses, page, technician }) {
      await timePasses(74 * hour);
      await page.reload();
      await technician.seesStatus('granted', { stale: true });
    },
  },
  {
    name: 'connection-broken',
    address: healthy,
    async prepare(studio) {
      await tenant(studio).change('deletePrincipal');
      await tests(studio, 'broken');
    },
  },
  { name: 'connection-details', address: healthy, prepare: press('Details') },
];

const oneCustomer: Scene = {
  title: 'A customer, from green to red',
  customers: ['healthy'],
  states: [...connected, ...changed],
};

const added: Scene = {
  title: 'Customers are added, shown and forgotten',
  customers: ['healthy', 'domainRefused', 'domainHarmless', 'odd', 'large', 'neverGranted'],
  states: [
    { name: 'customers-add', address: '/', prepare: press('Add customer') },
    { name: 'customers-add-many', address: '/', prepare: press('Add many…') },
    {
      name: 'customers',
      address: '/',
      async prepare(studio) {
        const { technician, cloud } = studio;
        const testsCustomer = async (key: string, status: string): Promise<void> => {
          await technician.openCustomer(cloud.customer(key).primaryDomain);
          await tests(studio, status);
        };
        await testsCustomer('healthy', 'granted');
        await testsCustomer('domainRefused', 'couldNotTell');
        await testsCustomer('neverGranted', 'notGranted');
        await changesOf(cloud, 'domainHarmless').change('removeAppRole', {
          appRoleId: directoryReadAll,
        });
        await testsCustomer('domainHarmless', 'partial');
        await testsCustomer('odd', 'granted');
        await changesOf(cloud, 'odd').change('deletePrincipal');
        await tests(studio, 'broken');
        await technician.go('Customers');
      },
    },
    {
      name: 'customers-tags',
      address: healthy,
      async prepare({ page, technician }) {
        await page.getByRole('button', { name: 'Edit name, tags and notes…' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('Tags').fill('Gold, Dublin office');
        await dialog.getByRole('button', { name: 'Save', exact: true }).click();
        await dialog.waitFor({ state: 'hidden' });
        await technician.go('Customers');
        await page.getByRole('button', { name: 'Tags' }).click();
        await page.getByRole('menuitemcheckbox', { name: 'Gold' }).click();
      },
    },
    { name: 'activity', address: '/activity' },
    { name: 'take-over', address: '/take-over' },
    { name: 'practise-reset', address: '/practise-reset' },
    { name: 'nowhere', address: '/nowhere' },
    { name: 'forget', address: '/forget/{domainRefused}' },
    {
      name: 'forget-done',
      address: here,
      async prepare({ page }) {
        await page
          .getByRole('button', { name: /^Forget / })
          .last()
          .click();
        await page.getByText(/was forgotten/).waitFor();
      },
    },
  ],
};

/** One customer in the states of its connection, and the list of all. */
export const connectionScenes: readonly Scene[] = [added, oneCustomer];
