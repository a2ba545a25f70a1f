import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { z } from 'zod';
import { newAdministrator } from '../../test/e2e/support/administrator.ts';
import { technicianAt } from '../../test/e2e/support/technician.ts';
import { startPracticeCloud } from '../../test/support/practice-cloud.ts';
import { findBrowser, missingBrowserSentence } from '../find-browser.ts';
import { connectOwnRegistration } from './connect.ts';
import { groupsInTable, pageCount, sameIds, syncedCounts } from './read-page.ts';
import { startProduct } from './product.ts';

/** What the tour read from the pages, each number checked against the practice cloud's own record. */
export interface TourResult {
  readonly indicator: string;
  readonly tenantId: string;
  readonly permissions: readonly { readonly name: string; readonly verdict: string }[];
  readonly groups: number;
  readonly memberships: number;
  readonly offlineSearchHits: number;
  readonly userGroups: number;
  readonly seconds: number;
}

const pictures = fileURLToPath(new URL('../../out/tour/', import.meta.url));
const searched = 'sales';
const ids = z.array(z.string());

/**
 * The main flow, unattended: set up, add, grant, verify green, sync, cut the network, review. Rejects at the
 * first failure. Pictures of each step are written to `out/tour/`.
 */
// Long because it is one linear story: the main flow in the order in which a technician does it.
export async function runTour(say: (line: string) => void): Promise<TourResult> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(missingBrowserSentence);
  const started = performance.now();
  await rm(pictures, { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });

  const cloud = await startPracticeCloud();
  const product = await startProduct();
  const browser = await chromium.launch({ executablePath });
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const technician = technicianAt(page, 60_000);
    let picture = 0;
    const step = async (line: string, shown: Page = page): Promise<void> => {
      picture += 1;
      const name = `${String(picture).padStart(2, '0')}-${line
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, 48)}`;
      await shown.screenshot({ path: join(pictures, `${name}.png`) });
      say(`${String(picture).padStart(2)}. ${line}`);
    };

    await page.goto(product.link);
    await page.getByRole('button', { name: 'Open Evergrant' }).click();
    await connectOwnRegistration(page, cloud.manifest);
    await step('The connector is set up with its certificate');

    const newcomer = cloud.customer('neverGranted');
    await technician.addCustomer(newcomer.primaryDomain);
    await step(`Added ${newcomer.primaryDomain}, found its tenant id without signing in`);

    await page.getByRole('button', { name: 'Grant permissions', exact: true }).click();
    await page.getByRole('button', { name: 'Copy the link instead' }).click();
    await technician.happening.getByRole('button', { name: 'Copy link' }).click();
    const link = String(await page.evaluate('navigator.clipboard.readText()'));
    await step('The consent link is made, pinned to the tenant id');
    const administrator = await newAdministrator(await browser.newContext());
    const account = newcomer.accounts.find(({ role }) => role === 'globalAdministrator');
    if (!account) throw new Error('The newcomer has no Global Administrator.');
    await administrator.signIn(link, account.userPrincipalName);
    await administrator.page.getByRole('heading', { name: 'Permissions requested' }).waitFor();
    await step('The administrator sees exactly three permissions', administrator.page);
    await administrator.accept();
    await technician.seesStatus('propagating');
    await step('Accepted; Microsoft is applying it');
    await technician.seesGreen();
    await step('Green: all three permissions proven');
    const indicator =
      (await page.locator('[data-status]').first().getAttribute('data-status')) ?? '';
    const permissions = await page.locator('[data-permission]').evaluateAll((rows) =>
      rows.map((row) => ({
        name: row.getAttribute('data-permission') ?? '',
        verdict: row.getAttribute('data-verdict') ?? '',
      })),
    );
    const tenantId =
      /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(
        await page.getByRole('main').innerText(),
      )?.[0] ?? '';
    equal('tenant id', tenantId, newcomer.tenantId);

    const large = cloud.customer('large');
    await technician.addCustomer(large.primaryDomain);
    await technician.test();
    await technician.seesGreen();
    await page.goto(`${new URL(page.url()).origin}/#/groups/${large.tenantId}`);
    await page
      .getByRole('region', { name: 'Sync' })
      .getByRole('button', { name: 'Sync', exact: true })
      .click();
    const synced = await syncedCounts(page);
    await step(`Synced ${synced.groups} groups with ${synced.memberships} memberships`);
    const record = z
      .object({ counts: z.object({ groups: z.number(), memberships: z.number() }) })
      .parse(await cloud.control('GET', `/tenants/${large.tenantId}`));
    equal('groups', synced.groups, record.counts.groups);
    equal('memberships', synced.memberships, record.counts.memberships);
    const found = ids.parse(
      await cloud.control('GET', `/tenants/${large.tenantId}/groups?contains=${searched}`),
    );
    const memberships = z
      .record(z.string(), ids)
      .parse(await cloud.control('GET', `/tenants/${large.tenantId}/memberships`));
    const busiest = personInMostGroups(memberships);
    const person = z
      .object({ userPrincipalName: z.string() })
      .parse(await cloud.control('GET', `/tenants/${large.tenantId}/people/${busiest}`));
    const personsGroups = ids.parse(
      await cloud.control('GET', `/tenants/${large.tenantId}/people/${busiest}/groups`),
    );

    await cloud.stop();
    await step('The network is cut');
    await page.getByRole('searchbox', { name: 'Search groups' }).fill(searched);
    const offlineSearchHits = await pageCount(page, 'Groups', found.length);
    await step(`Offline: ${offlineSearchHits} groups contain "${searched}"`);
    await page.getByRole('table', { name: 'Groups' }).getByRole('row').nth(1).click();
    await page.getByRole('tab', { name: /^Direct members/ }).waitFor();
    await step('Offline: a group with its members');

    await technician.go('People');
    await page.getByRole('searchbox', { name: 'Search people' }).fill(person.userPrincipalName);
    await pageCount(page, 'People', 1);
    await page.getByRole('table', { name: 'People' }).getByRole('row').nth(1).click();
    const shown = await groupsInTable(page);
    sameIds("the person's groups", shown, personsGroups);
    await step(`Offline: a person's ${shown.length} groups with the path of each`);

    const seconds = Math.round((performance.now() - started) / 100) / 10;
    say(`Done in ${seconds} s. Pictures: out/tour/`);
    return {
      indicator,
      tenantId,
      permissions,
      groups: synced.groups,
      memberships: synced.memberships,
      offlineSearchHits,
      userGroups: shown.length,
      seconds,
    };
  } catch (error) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    await Promise.all(
      pages.map((page, index) => page.screenshot({ path: join(pictures, `stopped-${index}.png`) })),
    );
    throw error;
  } finally {
    await browser.close();
    await product.stop();
    await cloud.dispose();
  }
}

/** Copies the pictures that the README shows into `docs/pictures/`. */
export async function copyReadmePictures(): Promise<void> {
  const shown = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
  await mkdir(shown, { recursive: true });
  const taken = await readdir(pictures);
  for (const [part, name] of [
    ['green', 'connected.png'],
    ['contain', 'groups.png'],
    ['-a-person', 'person.png'],
  ] as const) {
    const picture = taken.find((file) => file.includes(part));
    if (picture === undefined) throw new Error(`The tour took no picture of '${part}'.`);
    await copyFile(join(pictures, picture), join(shown, name));
  }
}

/** The member of the most groups that is not a group itself. */
function personInMostGroups(memberships: Readonly<Record<string, readonly string[]>>): string {
  const counts = new Map<string, number>();
  for (const member of Object.values(memberships).flat()) {
    if (!(member in memberships)) counts.set(member, (counts.get(member) ?? 0) + 1);
  }
  const [[id] = ['']] = [...counts].sort(([, a], [, b]) => b - a);
  return id;
}

/** Compares the page with the cloud's own record. */
function equal(what: string, page: unknown, record: unknown): void {
  if (page !== record) throw new Error(`${what}: the page says ${page}, the cloud ${record}.`);
}
