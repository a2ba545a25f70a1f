import { groupNamed, personOf } from '../../../test/e2e/support/directory-record.ts';
import { syncAgain, syncCustomer } from '../../../test/e2e/support/sync.ts';
import { busyDay } from '../../../test/e2e/support/busy-day.ts';
import { here, press } from '../moves.ts';
import type { Scene, State, Studio } from '../scene.ts';

const groups = '/groups/{odd}';
const changes = '/changes/{odd}';

/** The address of a group, by words that only its name contains. */
const groupPage = (words: string) => async (studio: Studio) =>
  `${groups}/${await groupNamed(studio.cloud, 'odd', words)}`;

/** The address of a person, by the part of the user principal name before the domain. */
const personPage =
  (local: string) =>
  async ({ cloud }: Studio): Promise<string> => {
    const { primaryDomain } = cloud.customer('odd');
    return `/people/{odd}/${(await personOf(cloud, 'odd', `${local}@${primaryDomain}`)).id}`;
  };

const search =
  (what: 'groups' | 'people', text: string) =>
  async ({ page }: Studio): Promise<void> => {
    await page.getByRole('searchbox', { name: `Search ${what}` }).fill(text);
    await page.getByRole('table').getByRole('link').first().waitFor();
  };

/** Before anything of the customer's directory is known. */
const neverSynced: readonly State[] = [
  { name: 'groups-never', address: groups },
  { name: 'changes-never', address: changes },
  { name: 'policies-never', address: '/policies/{odd}' },
  {
    name: 'people-live',
    address: '/people/{odd}?search=jane',
    prepare: ({ page }) => page.getByRole('table').waitFor(),
  },
];

const synced: readonly State[] = [
  {
    name: 'groups',
    address: '/',
    prepare: ({ technician, cloud }) =>
      syncCustomer(technician, cloud.customer('odd').primaryDomain),
  },
  { name: 'groups-search', address: groups, prepare: search('groups', 'vpn') },
  {
    name: 'groups-filters',
    address: groups,
    async prepare({ page }) {
      await page.getByRole('button', { name: 'Filters' }).click();
      await page.getByRole('menuitemcheckbox', { name: 'Dynamic' }).click();
    },
  },
  { name: 'groups-all', address: '/groups' },
  { name: 'groups-all-ages', address: '/groups', prepare: press('Show ages') },
  { name: 'group', address: groupPage('May use the VPN') },
  {
    name: 'group-nesting',
    address: here,
    async prepare({ page }) {
      await page.getByText('Nesting as a list').click();
      await page.getByRole('region', { name: 'Nesting' }).scrollIntoViewIfNeeded();
    },
  },
  { name: 'group-hidden', address: groupPage('Board (hidden') },
  { name: 'people', address: '/people', prepare: search('people', 'jane') },
  { name: 'people-found-by', address: '/people', prepare: search('people', 'jane.bell@') },
  { name: 'person', address: personPage('jane.okafor') },
  { name: 'person-ways', address: personPage('jane.okafor'), prepare: press('Why in ') },
  { name: 'export', address: groups, prepare: press('Export…') },
];

const changed: readonly State[] = [
  {
    name: 'changes',
    address: groups,
    async prepare({ cloud, technician, page }) {
      await busyDay(cloud);
      await syncAgain(technician);
      await page.getByRole('tab', { name: /^Memberships \(/ }).waitFor();
    },
  },
  {
    name: 'changes-memberships',
    address: here,
    async prepare({ page }) {
      await page.getByRole('button', { name: 'Show table' }).click();
      await page.getByRole('tab', { name: /^Memberships \(/ }).click();
      await page.getByRole('table', { name: 'Memberships' }).scrollIntoViewIfNeeded();
    },
  },
  { name: 'changes-export', address: changes, prepare: press('Export…') },
  {
    name: 'groups-offline',
    address: groups,
    async prepare({ office, page }) {
      await office.host.network(false);
      await page.getByText('You’re offline.').waitFor();
    },
  },
  // The person has changed her name since.
  { name: 'person-offline', address: personPage('jane.carter') },
];

/** A customer's directory, from the first sync to the later changes. */
export const directory: Scene = {
  title: 'A directory that is synced',
  customers: ['odd', 'healthy'],
  states: [...neverSynced, ...synced, ...changed],
};
