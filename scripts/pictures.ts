import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { projectDir } from './bundles.ts';
import { findBrowser, missingBrowserSentence } from './find-browser.ts';
import { id } from '../test/support/fake-engine/sample-data.ts';
import { buildFakeSite, serveFakeSite } from '../test/support/fake-engine/site.ts';
import type { Scenario } from '../test/support/fake-engine/scenario.ts';

/**
 * Draws every screen and state over the fake engine, under the product's own Content-Security-Policy,
 * into `out/pictures/`; ends non-zero at an axe finding or a message on the console.
 *
 * `node scripts/pictures.ts [part of a name…]`
 */
interface Shot {
  readonly name: string;
  readonly path: string;
  readonly scenario?: Scenario;
  readonly act?: (page: Page) => Promise<void>;
}

const customer = (index: number) => `/customers/${id(2, index)}`;
const press = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click();

function exportAs(format: string): (page: Page) => Promise<void> {
  return async (page) => {
    await press('Export…')(page);
    await page.getByRole('radio', { name: format }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click();
    await page.locator('[data-export]').waitFor();
  };
}

async function makeBackup(page: Page): Promise<void> {
  await page.getByLabel('Passphrase for this backup').fill('four words in a row');
  await page.getByLabel('Type it again').fill('four words in a row');
  await press('Make backup')(page);
  await page.locator('[data-backup="finished"]').waitFor();
}

function openBackup(passphrase: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'b.evergrant', mimeType: '', buffer: Buffer.from('{}') });
    await page.getByLabel('Passphrase of the backup').fill(passphrase);
    await press('Show what it brings')(page);
    await page.locator('[data-subject], [role="alert"]').first().waitFor();
  };
}

function readLink(link: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.getByLabel('The vendor’s consent link').fill(link);
    await press('Read the link')(page);
    await page
      .getByText(/This is what the link says|The link is not used/)
      .first()
      .waitFor();
  };
}

function chooseFile(text: string): (page: Page) => Promise<void> {
  return async (page) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      press('Choose a file…')(page),
    ]);
    await chooser.setFiles({
      name: 'customers.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
    await page.getByRole('table').waitFor();
  };
}

const shots: readonly Shot[] = [
  { name: 'welcome', path: '/', scenario: 'firstRun' },
  { name: 'connector', path: '/connectors/new', scenario: 'firstRun' },
  {
    name: 'connector-faults',
    path: '/connectors/new',
    scenario: 'firstRun',
    act: press('Save connector'),
  },
  { name: 'vendor', path: '/connectors/new/vendor' },
  {
    name: 'vendor-faults',
    path: '/connectors/new/vendor',
    scenario: 'firstRun',
    act: press('Save connector'),
  },
  {
    name: 'vendor-link',
    path: '/connectors/new/vendor',
    act: readLink(
      'https://login.microsoftonline.com/organizations/v2.0/adminconsent?client_id=7b1d1a2b',
    ),
  },
  {
    name: 'vendor-link-refused',
    path: '/connectors/new/vendor',
    act: readLink('https://vendor.example/grant'),
  },
  { name: 'vendor-on-record', path: customer(11) },
  { name: 'vendor-grant', path: customer(11), act: press('Grant Permissions') },
  { name: 'vendor-reader-not-granted', path: customer(41) },
  { name: 'vendor-grant-reader', path: customer(41), act: press('Grant the reader…') },
  { name: 'connection-without-credential', path: customer(42) },
  { name: 'set-up-name', path: '/connectors/set-up', scenario: 'firstRun' },
  {
    name: 'set-up-faults',
    path: '/connectors/set-up',
    scenario: 'firstRun',
    act: press('Make the key and go on'),
  },
  { name: 'set-up-script', path: `/connectors/set-up/${id(20, 1)}`, scenario: 'firstRun' },
  {
    name: 'set-up-unknown',
    path: `/connectors/set-up/${id(20, 1)}`,
    scenario: 'firstRun',
    act: async (page) => {
      await page.getByLabel('Application (client) ID').fill(id(9, 9));
      await press('Check it')(page);
      await page.getByRole('alert').scrollIntoViewIfNeeded();
    },
  },
  { name: 'set-up-by-hand', path: `/connectors/set-up/${id(20, 2)}`, scenario: 'firstRun' },
  {
    name: 'set-up-give-up',
    path: `/connectors/set-up/${id(20, 1)}`,
    scenario: 'firstRun',
    act: press('Give up'),
  },
  { name: 'set-up-check-misses', path: `/connectors/${id(21, 1)}/check` },
  { name: 'set-up-check-grant', path: `/connectors/${id(21, 2)}/check` },
  { name: 'set-up-check-ready', path: `/connectors/${id(1, 1)}/check` },
  { name: 'connectors', path: '/connectors' },
  { name: 'connector-page', path: `/connectors/${id(1, 1)}`, act: press('Read the list') },
  {
    name: 'connector-page-ends',
    path: `/connectors/${id(1, 1)}`,
    scenario: 'credentialEnds',
  },
  { name: 'connector-page-expired', path: `/connectors/${id(1, 2)}` },
  {
    name: 'connector-retire',
    path: `/connectors/${id(1, 1)}`,
    act: async (page) => {
      await press('Read the list')(page);
      await page.getByRole('button', { name: 'Retire Northwind Security on FRONT-DESK' }).click();
    },
  },
  { name: 'connector-edit', path: `/connectors/${id(1, 2)}`, act: press('Edit…') },
  { name: 'connector-remove', path: `/connectors/${id(1, 3)}`, act: press('Remove…') },
  { name: 'credential', path: `/connectors/${id(1, 1)}/credential` },
  {
    name: 'credential-files',
    path: `/connectors/${id(1, 3)}/credential`,
    act: async (page) => {
      await page.getByRole('radio', { name: 'From files: PEM or PFX' }).click();
      await press('Continue')(page);
    },
  },
  {
    name: 'credential-swap',
    path: `/connectors/${id(1, 1)}/credential`,
    scenario: 'replacing',
    act: press('Test and swap'),
  },
  {
    name: 'connector-import',
    path: '/connectors/import',
    act: async (page) => {
      await page.locator('input[type=file]').setInputFiles({
        name: 'Northwind-Security.evergrant.json',
        mimeType: 'application/json',
        buffer: Buffer.from('{}'),
      });
      await page.getByRole('button', { name: 'Import connector' }).waitFor();
    },
  },
  { name: 'no-customers', path: '/', scenario: 'noCustomers' },
  { name: 'customers', path: '/' },
  { name: 'customers-practice', path: '/', scenario: 'practice' },
  { name: 'customers-offline', path: '/', scenario: 'offline' },
  { name: 'customers-add', path: '/', act: press('Add customer') },
  { name: 'sign-ins', path: '/accounts' },
  { name: 'sign-ins-nobody', path: '/accounts', scenario: 'noCustomers' },
  { name: 'sign-ins-sign-out', path: '/accounts', act: press('Sign out tech@msp.example') },
  { name: 'backup', path: '/backup' },
  { name: 'backup-first-run', path: '/backup', scenario: 'firstRun' },
  { name: 'backup-made', path: '/backup', act: makeBackup },
  { name: 'backup-faults', path: '/backup', act: press('Make backup') },
  { name: 'backup-brings', path: '/backup', act: openBackup('the passphrase') },
  { name: 'backup-wrong', path: '/backup', act: openBackup('wrong') },
  { name: 'customers-add-many', path: '/', act: press('Add many…') },
  {
    name: 'customers-tags',
    path: '/',
    act: async (page) => {
      await press('Tags')(page);
      await page.getByRole('menuitemcheckbox', { name: 'Gold' }).click();
    },
  },
  { name: 'partner-set-up', path: '/partner', scenario: 'neverSynced' },
  { name: 'partner', path: '/partner' },
  {
    name: 'partner-list',
    path: '/partner',
    act: async (page) => {
      await press('Read the list')(page);
      await page.getByRole('checkbox', { name: 'Choose Woodgrove Bank' }).click();
    },
  },
  { name: 'import', path: '/import' },
  { name: 'import-refused', path: '/import', act: chooseFile('domain') },
  { name: 'import-good', path: '/import', act: chooseFile('good') },
  { name: 'connection-connected', path: customer(1) },
  {
    name: 'connection-ticket',
    path: customer(1),
    act: press('Ticket T20261125.0042'),
  },
  { name: 'connection-stale', path: customer(2) },
  { name: 'connection-broken', path: customer(3) },
  {
    name: 'connection-details',
    path: customer(3),
    act: press('Details'),
  },
  { name: 'connection-partial', path: customer(5) },
  { name: 'connection-could-not-check', path: customer(6) },
  {
    name: 'connection-waiting',
    path: customer(7),
    act: async (page) => {
      await press('Stuck on a Microsoft page?')(page);
      await page.getByLabel('Number or words on the page').fill('AADSTS90094');
    },
  },
  { name: 'connection-applying', path: customer(8) },
  { name: 'connection-untested', path: customer(9) },
  { name: 'connection-attention', path: customer(12) },
  { name: 'connection-wrong-tenant', path: customer(13) },
  { name: 'connection-grant', path: customer(4), act: press('Grant Permissions') },
  {
    name: 'connection-edit',
    path: customer(1),
    act: press('Edit name, tags and notes…'),
  },
  { name: 'connection-ask', path: customer(4), act: press('Ask their administrator') },
  { name: 'connection-asked', path: customer(14) },
  { name: 'connection-late', path: customer(9) },
  { name: 'customers-told', path: '/', scenario: 'told' },
  { name: 'connection-remove', path: customer(1), act: press('Remove grant here') },
  { name: 'forget', path: `/forget/${id(2, 1)}` },
  {
    name: 'forget-done',
    path: `/forget/${id(2, 1)}`,
    act: press('Forget Contoso Dental'),
  },
  { name: 'connection-offline', path: customer(1), scenario: 'offline' },
  { name: 'connection-test-failed', path: customer(1), act: press('Test Permissions') },
  { name: 'groups-all', path: '/groups' },
  { name: 'groups-all-ages', path: '/groups', act: press('How old each is') },
  { name: 'groups', path: `/groups/${id(2, 1)}` },
  {
    name: 'groups-search',
    path: `/groups/${id(2, 1)}`,
    act: (page) => page.getByLabel('Search groups').fill('vpn 00'),
  },
  {
    name: 'groups-filters',
    path: `/groups/${id(2, 1)}`,
    act: async (page) => {
      await press('Filters')(page);
      await page.getByRole('menuitemcheckbox', { name: 'Dynamic' }).click();
    },
  },
  {
    name: 'groups-end',
    path: `/groups/${id(2, 1)}`,
    act: async (page) => {
      await page.getByRole('link', { name: '🎉 Party committee' }).focus();
      await page.keyboard.press('End');
      await page.getByRole('link', { name: 'Pilot 09999' }).waitFor();
    },
  },
  { name: 'groups-syncing', path: `/groups/${id(2, 1)}`, scenario: 'syncing' },
  { name: 'groups-syncing-lists', path: `/groups/${id(2, 1)}`, scenario: 'syncingLists' },
  { name: 'groups-syncing-waits', path: `/groups/${id(2, 1)}`, scenario: 'syncingWaits' },
  { name: 'groups-never', path: `/groups/${id(2, 1)}`, scenario: 'neverSynced' },
  { name: 'groups-offline', path: `/groups/${id(2, 1)}`, scenario: 'offline' },
  { name: 'group', path: `/groups/${id(2, 1)}/${id(7, 8)}` },
  {
    name: 'group-nesting',
    path: `/groups/${id(2, 1)}/${id(7, 8)}`,
    act: async (page) => {
      await page.getByText('The same as a list').click();
      await page.getByRole('region', { name: 'Nesting' }).scrollIntoViewIfNeeded();
    },
  },
  { name: 'group-hidden', path: `/groups/${id(2, 1)}/${id(7, 2)}` },
  { name: 'changes', path: `/changes/${id(2, 1)}` },
  { name: 'changes-never', path: `/changes/${id(2, 1)}`, scenario: 'neverSynced' },
  {
    name: 'changes-memberships',
    path: `/changes/${id(2, 1)}`,
    act: async (page) => {
      await press('Show as a table')(page);
      await page.getByRole('tab', { name: 'Memberships (301)' }).click();
      await page.getByRole('table', { name: 'Memberships' }).scrollIntoViewIfNeeded();
    },
  },
  { name: 'changes-export', path: `/changes/${id(2, 1)}`, act: press('Export…') },
  {
    name: 'people',
    path: '/people',
    act: (page) => page.getByLabel('Search people').fill('jane'),
  },
  { name: 'person', path: `/people/${id(2, 1)}/${id(8, 0)}` },
  { name: 'person-offline', path: `/people/${id(2, 1)}/${id(8, 0)}`, scenario: 'offline' },
  {
    name: 'person-ways',
    path: `/people/${id(2, 1)}/${id(8, 0)}`,
    act: (page) => page.getByRole('button', { name: 'Why in All staff 00012?' }).click(),
  },
  {
    name: 'people-found-by',
    path: '/people',
    act: (page) => page.getByLabel('Search people').fill('old'),
  },
  { name: 'policies-all', path: '/policies' },
  { name: 'policies', path: `/policies/${id(2, 1)}` },
  { name: 'policies-nothing', path: `/policies/${id(2, 1)}`, scenario: 'nothingMarked' },
  { name: 'policies-never', path: `/policies/${id(2, 1)}`, scenario: 'neverSynced' },
  {
    name: 'policies-none',
    path: `/policies/${id(2, 1)}`,
    act: (page) => page.getByRole('tab', { name: /^In none/ }).click(),
  },
  {
    name: 'policies-several',
    path: `/policies/${id(2, 1)}`,
    act: (page) => page.getByRole('tab', { name: /^In several/ }).click(),
  },
  {
    name: 'policies-since',
    path: `/policies/${id(2, 1)}`,
    act: (page) => page.getByRole('tab', { name: /^Since/ }).click(),
  },
  {
    name: 'policies-add',
    path: `/policies/${id(2, 1)}`,
    act: async (page) => {
      await press('Add a group…')(page);
      await page.getByRole('combobox', { name: 'Group' }).pressSequentially('sales');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'policies-change',
    path: `/policies/${id(2, 1)}`,
    act: press('Change the mark of'),
  },
  { name: 'policies-hand-over', path: `/policies/${id(2, 1)}`, act: press('Hand over…') },
  { name: 'export', path: `/groups/${id(2, 1)}`, act: press('Export…') },
  { name: 'export-practice', path: '/people', scenario: 'practice', act: press('Export…') },
  { name: 'export-running', path: `/groups/${id(2, 1)}`, act: exportAs('CSV') },
  { name: 'export-finished', path: `/groups/${id(2, 1)}`, act: exportAs('Excel') },
  { name: 'export-failed', path: `/groups/${id(2, 1)}`, act: exportAs('JSON Lines') },
  {
    name: 'people-live',
    path: `/people/${id(2, 1)}?search=jane`,
    scenario: 'neverSynced',
    act: (page) => page.getByRole('table').waitFor(),
  },
  { name: 'activity', path: '/activity' },
  { name: 'locked', path: '/', scenario: 'locked' },
  { name: 'passphrase', path: '/', scenario: 'noKeeper' },
  { name: 'refused', path: '/', scenario: 'refused' },
  { name: 'nowhere', path: '/nowhere' },
];

const looks = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', width: 1280, height: 800 },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', width: 1024, height: 700 },
  { name: 'forced', colorScheme: 'dark', forcedColors: 'active', width: 1280, height: 800 },
] as const;

const outDir = path.join(projectDir, 'out/pictures');
const siteDir = path.join(projectDir, 'out/fake-engine');

async function main(): Promise<number> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    process.stderr.write(`${missingBrowserSentence}\n`);
    return 1;
  }
  await buildFakeSite(siteDir);
  mkdirSync(outDir, { recursive: true });
  const site = await serveFakeSite(siteDir);
  const browser = await chromium.launch({ executablePath });
  const faults: string[] = [];
  const found = (fault: string) => {
    if (!faults.includes(fault)) process.stdout.write(`${fault}\n`);
    faults.push(fault);
  };
  const wanted = process.argv.slice(2);
  try {
    for (const look of looks) {
      const context = await browser.newContext({
        colorScheme: look.colorScheme,
        forcedColors: look.forcedColors,
        viewport: { width: look.width, height: look.height },
        reducedMotion: 'reduce',
        permissions: ['clipboard-write'],
      });
      for (const shot of shots) {
        if (wanted.length > 0 && !wanted.some((part) => shot.name.includes(part))) continue;
        const page = await context.newPage();
        const name = `${shot.name}-${look.name}`;
        page.on('console', (message) => {
          if (message.type() === 'error' || message.type() === 'warning') {
            found(`${name}: ${message.text()}`);
          }
        });
        page.on('pageerror', (error) => found(`${name}: ${error.message}`));
        await page.goto(site.at(shot.path, shot.scenario));
        await page.getByRole('heading', { level: 1 }).waitFor();
        await shot.act?.(page);
        await page.waitForTimeout(250);
        await page.screenshot({ path: path.join(outDir, `${name}.png`) });
        const { violations } = await new AxeBuilder({ page })
          // Fluent's own focus sentinels: they pass the focus on at once and hold nothing.
          .exclude('[data-tabster-dummy]')
          .analyze();
        for (const { id, nodes } of violations) {
          found(`${name}: axe ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
        }
        await page.close();
      }
      await context.close();
    }
  } finally {
    await browser.close();
    site.close();
  }
  process.stdout.write(`${faults.length} faults; pictures are in out/pictures.\n`);
  return faults.length === 0 ? 0 : 1;
}

process.exitCode = await main();
