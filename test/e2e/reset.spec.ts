import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { objectIdOf } from './support/connector-record.ts';
import { acceptTakesEffectAtOnce } from './support/consent.ts';
import { recordOf } from './support/directory-record.ts';
import { savesReportForScript } from './support/reset-story.ts';
import { globalAdministratorOf, test } from './support/story.ts';
import { syncCustomer } from './support/sync.ts';
import { changesOf } from './support/tenant-changes.ts';
import type { Technician } from './support/technician.ts';

test.use({ customers: ['healthy'] });

const second = 1_000;
const minute = 60 * second;
const newDomain = 'alderbrook-vets.example';
const name = 'Sanne Visser';

/** The state of each step of the reset, in order. */
const steps = (page: Page) =>
  page
    .getByRole('region', { name: 'Steps' })
    .getByRole('listitem')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-outcome')));

/** Adds a vendor's backend to the connector. */
async function giveBackend({ page }: Technician): Promise<void> {
  const main = page.getByRole('navigation', { name: 'Main' });
  await main.getByRole('link', { name: 'Connectors' }).click();
  await page.getByText('Acme Shield connector').first().click();
  await page.getByRole('button', { name: 'Edit…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('The vendor’s backend (optional)').fill('Palisade console');
  await dialog
    .getByLabel('How to reach its page (optional)')
    .fill('Settings → Azure AD & Active Directory → Remove Grant');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

// Long because it is one linear flow: a reset from the first symptom to the report, in steps.
test('the whole reset: noticed, diagnosed, removed, deleted in the portal, waited, granted again, green, synced, reported', async ({
  cloud,
  page,
  office,
  technician,
  administrator,
}) => {
  test.slow();
  await acceptTakesEffectAtOnce(cloud);
  const { primaryDomain, tenantId } = cloud.customer('healthy');
  const account = globalAdministratorOf(cloud, 'healthy');
  const tenant = changesOf(cloud, 'healthy');
  const old = await objectIdOf(cloud, 'healthy');
  await giveBackend(technician);
  await technician.openCustomer(primaryDomain);
  await technician.test();
  await technician.seesGreen();
  await syncCustomer(technician, primaryDomain);

  await test.step('the change is noticed, and does no harm at first', async () => {
    await cloud.control('POST', `/tenants/${tenantId}`, { type: 'addDomain', domain: newDomain });
    await cloud.control('POST', `/tenants/${tenantId}`, { type: 'makePrimary', domain: newDomain });
    await technician.openCustomer(primaryDomain);
    await technician.test();
    await expect(page.getByRole('main')).toContainText(newDomain);
    await page.getByRole('button', { name: 'Find the cause' }).click();
    const verdict = page.getByRole('region', { name: 'Verdict' });
    await expect(verdict.getByRole('heading', { level: 2 })).toContainText('Nothing to do');
  });

  await test.step('then the connector is refused; granting again in place does not help', async () => {
    await tenant.change('refuse', { refused: true });
    await page.getByRole('button', { name: 'Check again' }).click();
    const heading = page
      .getByRole('region', { name: 'Verdict' })
      .getByRole('heading', { level: 2 });
    await expect(heading).toHaveText('Grant again without deleting anything');
    await page.getByRole('link', { name: 'Open the connection' }).click();
    await technician.seesStatus('broken');
    await technician.grant();
    await administrator.signIn(await office.host.openedAddress(), account);
    await administrator.accept();
    await technician.seesStatus('propagating');
    await office.host.jump(31 * minute);
    await page.getByRole('button', { name: 'Find the cause' }).click();
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(heading).toHaveText('A reset is needed');
    await page.getByRole('button', { name: 'Go to the reset' }).click();
  });

  const now = page.getByRole('region', { name: 'Now' });
  const stands = (step: string) => expect(now.getByRole('heading')).toHaveText(step);

  await test.step('removed at the vendor’s, here, and in the tenant', async () => {
    await page.getByLabel('Your name, for the record').fill(name);
    await page.getByRole('button', { name: 'Start the reset' }).click();
    await stands('Remove the grant in Palisade console');
    await expect(now).toContainText('Settings → Azure AD & Active Directory → Remove Grant');
    await now.getByRole('button', { name: 'I have done this' }).click();
    await stands('Delete the enterprise application');
    await expectAccessible(page);
    await page.goto(`${new URL(page.url()).origin}/#/groups/${tenantId}`);
    await expect(page.getByText(/^As of the sync/)).toContainText(
      'no longer updated: Reset in progress',
    );
    await page.goBack();
    await stands('Delete the enterprise application');
  });

  await test.step('the open reset is found again from wherever the customer is shown', async () => {
    const main = page.getByRole('navigation', { name: 'Main' });
    await main.getByRole('link', { name: 'Customers' }).click();
    const row = page.getByRole('row').filter({ hasText: 'Reset in progress: step 4 of 9' });
    await expect(row).toContainText(name);
    await row.getByRole('link', { name: 'Continue' }).click();
    await stands('Delete the enterprise application');
    await technician.openCustomer(newDomain);
    await technician.seesStatus('resetting');
    await expectAccessible(page);
    for (const spoiling of ['Grant permissions', 'Disconnect on this computer…']) {
      await expect(page.getByRole('button', { name: spoiling })).toHaveAttribute(
        'aria-disabled',
        'true',
      );
    }
    await page.goto(`${new URL(page.url()).origin}/#/customers/${tenantId}/cause`);
    await page.getByRole('main').getByRole('link', { name: 'Continue' }).click();
    await stands('Delete the enterprise application');
    await technician.openCustomer(newDomain);
    await technician.connection.getByRole('button', { name: 'Continue' }).click();
    await stands('Delete the enterprise application');
  });

  await test.step('deleted in the tenant', async () => {
    const link = now.getByRole('link', { name: 'Open its Properties in the Entra portal' });
    await administrator.page.goto((await link.getAttribute('href')) ?? '');
    await administrator.page.getByRole('button', { name: 'Delete' }).click();
    await administrator.page.getByRole('button', { name: 'Yes' }).click();
    await expect(now).toContainText('refused one token request');
    await office.host.jump(11 * second);
  });

  await test.step('waited, granted again here and at the vendor’s', async () => {
    await stands('Wait');
    await office.host.jump(31 * second);
    await stands('Grant again');
    await now.getByRole('button', { name: 'Open Microsoft’s page' }).click();
    await administrator.signIn(await office.host.openedAddress(), account);
    await administrator.accept();
    await stands('Grant in Palisade console');
    await now.getByRole('button', { name: 'I have done this' }).click();
  });

  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toContainText('granted again');
  expect(await steps(page)).toEqual([
    'confirmed',
    'done',
    'done',
    'done',
    'done',
    'done',
    'confirmed',
    'done',
    'done',
  ]);
  const fresh = await objectIdOf(cloud, 'healthy');
  expect(fresh).not.toBe(old);
  await expect(result).toContainText(old ?? 'an object id');
  await expect(result).toContainText(fresh ?? 'an object id');
  await expectAccessible(page);

  await test.step('the saved report tells what the cloud has on record', async () => {
    const report = await savesReportForScript(page);
    const { counts } = await recordOf(cloud, 'healthy');
    expect(report).toMatchObject({
      workspace: 'real',
      customer: { tenantId, primaryDomain: newDomain },
      connector: { clientId: cloud.manifest.connector.clientId },
      reset: { state: 'finished', startedBy: name, setbacks: [] },
      groupChanges: {
        groups: { added: 0, removed: 0, renamed: 0 },
        memberships: { added: 0, removed: 0 },
      },
    });
    const { before, after } = report.reset;
    expect([before?.servicePrincipalId, after?.servicePrincipalId]).toEqual([old, fresh]);
    expect([before?.primaryDomain, after?.primaryDomain]).toEqual([newDomain, newDomain]);
    expect(after?.permissions.map(({ verdict }) => verdict)).toEqual([
      'proven',
      'proven',
      'proven',
    ]);
    const { groups, users: people, memberships } = counts;
    expect(before?.sync).toMatchObject({ groups, people, memberships });
    expect(after?.sync).toMatchObject({ groups, people, memberships });
  });

  await page.getByRole('link', { name: 'Open the connection' }).click();
  await technician.seesGreen();
});
