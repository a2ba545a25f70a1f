import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import { expectAccessible } from './support/accessible.ts';
import { objectIdOf } from './support/connector-record.ts';
import { acceptTakesEffectAtOnce } from './support/consent.ts';
import { startOffice } from './support/office.ts';
import type { Office } from './support/office.ts';
import {
  choosesOtherWay,
  deletesInPortal,
  nowOf,
  savesReport,
  savesReportForScript,
  stands,
} from './support/reset-story.ts';
import { globalAdministratorOf, test as story } from './support/story.ts';
import { technicianAt } from './support/technician.ts';
import type { Technician } from './support/technician.ts';

const second = 1_000;
const sanne = 'Sanne Visser';
const milan = 'Milan Kovač';

/** A colleague at a separate computer. */
interface Colleague {
  readonly office: Office;
  readonly technician: Technician;
}

async function withColleague(
  { cloud, browser }: { readonly cloud: PracticeCloud; readonly browser: Browser },
  clientId: string,
  provide: (colleague: Colleague) => Promise<void>,
): Promise<void> {
  const office = await startOffice(cloud, { clientId });
  const context = await browser.newContext();
  const technician = technicianAt(await context.newPage());
  await office.open(technician);
  await provide({ office, technician });
  await context.close();
  await office.end();
}

const test = story.extend<{
  /** Has the same connector. */
  readonly colleague: Colleague;
  /** Has only another connector. */
  readonly stranger: Colleague;
}>({
  colleague: async ({ cloud, browser }, provide) =>
    withColleague({ cloud, browser }, cloud.manifest.connector.clientId, provide),
  stranger: async ({ cloud, browser }, provide) =>
    withColleague({ cloud, browser }, randomUUID(), provide),
});
test.use({ customers: ['healthy'] });

interface HandOverFile {
  readonly name: string;
  readonly text: string;
}

/** Opens a file as the person who is to continue the reset. */
async function chooses(page: Page, { name, text }: HandOverFile): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^Choose (the|another) file…$/ }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

async function opensTakeOver({ page }: Technician): Promise<void> {
  await page.getByRole('button', { name: 'Add many…' }).click();
  await page.getByRole('menuitem', { name: 'Take over a colleague’s reset…' }).click();
}

async function handsOver(page: Page): Promise<HandOverFile> {
  await choosesOtherWay(page, 'Hand over to a colleague…');
  const dialog = page.getByRole('alertdialog', { name: 'Hand over to a colleague?' });
  await expect(dialog).toContainText('no tokens and no credential');
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Hand over and save the file' }).click(),
  ]);
  const name = download.suggestedFilename();
  return { name, text: await readFile(await download.path(), 'utf8') };
}

async function begins(technician: Technician, { tenantId, primaryDomain }: Ids): Promise<void> {
  const { page } = technician;
  await technician.openCustomer(primaryDomain);
  await technician.test();
  await technician.seesGreen();
  await page.goto(`${new URL(page.url()).origin}/#/customers/${tenantId}/reset`);
  await page.getByLabel('Your name, for the record').fill(sanne);
  await page.getByRole('button', { name: 'Start the reset' }).click();
  await stands(page, 'Delete the enterprise application');
}

interface Ids {
  readonly tenantId: string;
  readonly primaryDomain: string;
}

test('begun by one, handed over by file at the deletion, ended by another: the report names both', async ({
  cloud,
  technician,
  colleague,
  administrator,
}) => {
  test.slow();
  await acceptTakesEffectAtOnce(cloud);
  const old = await objectIdOf(cloud, 'healthy');
  const hers = technician.page;
  const his = colleague.technician.page;
  await begins(technician, cloud.customer('healthy'));

  const file = await handsOver(hers);
  expect(file.name).toMatch(/\.evergrant-reset\.json$/);
  await test.step('her page says where it is, and does nothing more', async () => {
    const handed = hers.getByRole('region', { name: `Handed over by ${sanne}` });
    await expect(handed).toContainText('Delete the enterprise application');
    await expect(handed).toContainText('The file is in your browser’s downloads.');
    await expect(nowOf(hers)).toHaveCount(0);
    await expectAccessible(hers);
  });

  await test.step('a file that was cut off on its way is told apart', async () => {
    await opensTakeOver(colleague.technician);
    await expectAccessible(his);
    await chooses(his, { ...file, text: file.text.replace('"handedOver"', '"finished"') });
    await expect(his.getByRole('alert')).toContainText('Ask your colleague to save it again');
    await expectAccessible(his);
  });

  await test.step('he looks at the whole file, gives his name and stands where she stood', async () => {
    await chooses(his, file);
    await expect(his.getByRole('alert')).toHaveCount(0);
    await expect(his.getByRole('main')).toContainText(`${sanne}, `);
    await expect(his.getByRole('main')).toContainText('Delete the enterprise application');
    await expectAccessible(his);
    await his.getByRole('button', { name: 'Take over' }).click();
    await expect(his.getByText('Enter your name')).toBeVisible();
    await his.getByLabel('Your name, for the record').fill(milan);
    await his.getByRole('button', { name: 'Take over' }).click();
    await stands(his, 'Delete the enterprise application');
  });

  await test.step('he carries it on to its end', async () => {
    await deletesInPortal(administrator, his, globalAdministratorOf(cloud, 'healthy'));
    await expect(nowOf(his)).toContainText('refused one token request');
    await colleague.office.host.jump(11 * second);
    await stands(his, 'Wait');
    await colleague.office.host.jump(31 * second);
    await stands(his, 'Grant again');
    await nowOf(his).getByRole('button', { name: 'Open Microsoft’s page' }).click();
    const link = await colleague.office.host.openedAddress();
    await administrator.signIn(link, globalAdministratorOf(cloud, 'healthy'));
    await administrator.accept();
    await expect(his.getByRole('region', { name: 'Result' })).toContainText('granted again');
  });

  const { reset } = await savesReportForScript(his);
  expect(reset).toMatchObject({ state: 'finished', startedBy: sanne, holder: milan });
  expect(reset.hands.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
    `given ${sanne}`,
    `taken ${milan}`,
  ]);
  const fresh = await objectIdOf(cloud, 'healthy');
  expect(fresh).not.toBe(old);
  expect([reset.before?.servicePrincipalId, reset.after?.servicePrincipalId]).toEqual([old, fresh]);
  const { text } = await savesReport(his, /^Markdown/);
  expect(text).toContain(`**Started by:** ${sanne}`);
  expect(text).toContain(`Taken over by ${milan}`);
});

test('what stands in the way is told; taken back, it goes on here, and the older file is told apart', async ({
  cloud,
  technician,
  stranger,
}) => {
  const hers = technician.page;
  const theirs = stranger.technician.page;
  const customer = cloud.customer('healthy');
  await begins(technician, customer);
  const file = await handsOver(hers);

  await opensTakeOver(stranger.technician);
  await chooses(theirs, file);
  await expect(theirs.getByRole('main')).toContainText(
    'Its connector isn’t on this computer. Import',
  );
  await expect(theirs.getByLabel('Your name, for the record')).toHaveCount(0);
  await expectAccessible(theirs);
  await theirs.getByRole('link', { name: 'Import its connector' }).click();
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Import a connector');

  await hers.getByRole('button', { name: 'Take it back…' }).click();
  const dialog = hers.getByRole('alertdialog', { name: 'Take the reset back?' });
  await expectAccessible(hers);
  await hers.keyboard.press('Escape');
  await expect(hers.getByRole('button', { name: 'Take it back…' })).toBeFocused();
  await hers.keyboard.press('Enter');
  await dialog.getByLabel('Your name, for the record').fill(' ');
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await expect(dialog).toContainText('Enter your name');
  await dialog.getByLabel('Your name, for the record').fill('Ingrid Holm');
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await stands(hers, 'Delete the enterprise application');

  await technician.go('Customers');
  await opensTakeOver(technician);
  await chooses(hers, file);
  await expect(hers.getByRole('main')).toContainText('This reset is already on this computer');
  await hers.getByRole('link', { name: 'Open the reset on this computer' }).click();
  await stands(hers, 'Delete the enterprise application');
  const { reset } = await savesReportForScript(hers);
  expect(reset).toMatchObject({ holder: 'Ingrid Holm', startedBy: sanne });
});
