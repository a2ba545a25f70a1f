import { expect } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { connectorRecord, neverAccepted } from './support/connector-record.ts';
import {
  deletesInPortal,
  nowOf,
  savesReport,
  savesReportForScript,
  stands,
} from './support/reset-story.ts';
import { globalAdministratorOf, test } from './support/story.ts';

test.use({ customers: ['healthy', 'odd'] });

const second = 1_000;
const name = 'Sanne Visser';

test('a customer leaves: deleted in the portal, proven gone, reported, then forgotten', async ({
  cloud,
  page,
  office,
  technician,
  administrator,
}) => {
  test.slow();
  const { primaryDomain, displayName, tenantId } = cloud.customer('healthy');
  await technician.openCustomer(primaryDomain);
  await technician.test();
  await technician.seesGreen();

  await test.step('forgetting them points to the off-boarding that comes first', async () => {
    await page.getByRole('button', { name: 'Forget this customer…' }).click();
    await expect(page.getByText('still has the connector')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Off-board first…' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Off-board');
    await expectAccessible(page);
  });

  await page.getByLabel('Your name, for the record').fill(name);
  await page.getByRole('button', { name: 'Start off-boarding' }).click();
  await stands(page, 'Delete the enterprise application');
  await expect(page.getByRole('region', { name: 'Steps' }).getByRole('listitem')).toHaveCount(4);
  await expectAccessible(page);
  await deletesInPortal(administrator, page, globalAdministratorOf(cloud, 'healthy'));
  await expect(nowOf(page)).toContainText('refused one token request');
  await office.host.jump(11 * second);

  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toContainText('gone from the customer’s tenant, and this is verified');
  await expectAccessible(page);
  expect(await connectorRecord(cloud, 'healthy')).toEqual(neverAccepted);
  const report = await savesReportForScript(page);
  expect(report).toMatchObject({
    customer: { tenantId },
    reset: { purpose: 'offBoard', state: 'finished', startedBy: name, after: null },
  });
  expect(report.reset.steps.at(-1)).toMatchObject({ step: 'deletion', proof: 'refusedTwice' });
  const { fileName, text } = await savesReport(page, /^Markdown/);
  expect(fileName).toMatch(/-off-boarding-report-\d{8}T\d{6}Z\.md$/);
  expect(text).toContain('# Off-boarding report');

  await test.step('their page says so too', async () => {
    await result.getByRole('link', { name: 'Open the connection' }).click();
    await technician.seesStatus('removed');
    await expect(technician.why).toContainText(
      'Evergrant verified that the connector was gone from the customer’s tenant',
    );
    await expectAccessible(page);
    await technician.why.getByRole('link', { name: 'Open the report' }).click();
  });

  await test.step('then they are forgotten', async () => {
    await result.getByRole('button', { name: 'Forget this customer…' }).click();
    await expect(
      page.getByText('Evergrant verified that the connector is gone from their tenant'),
    ).toBeVisible();
    await expect(page.getByText('until someone deletes it in that tenant')).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('button', { name: `Forget ${displayName}` }).click();
    await expect(page.getByText(`${displayName} was forgotten.`)).toBeVisible();
    await page.getByRole('button', { name: 'Go to Customers' }).click();
    const table = page.getByRole('table', { name: 'Customers' });
    await expect(table.getByText(cloud.customer('odd').primaryDomain)).toBeVisible();
    await expect(table.getByText(primaryDomain)).toHaveCount(0);
  });
  expect(await connectorRecord(cloud, 'healthy')).toEqual(neverAccepted);
});
