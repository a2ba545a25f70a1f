import { expect } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { connectorRecord, neverAccepted } from './support/connector-record.ts';
import { test } from './support/story.ts';

test.use({ customers: ['neverGranted'], hostOptions: { loopbackPorts: false } });

test('a computer without a free port says so, and opens no page', async ({ cloud, technician }) => {
  await technician.openCustomer(cloud.customer('neverGranted').primaryDomain);
  await technician.page.getByRole('button', { name: 'Grant permissions' }).click();
  const dialog = technician.page.getByRole('dialog', { name: 'Before Microsoft’s page opens' });
  await expect(dialog).toBeVisible();
  await expectAccessible(technician.page);
  await dialog.getByRole('button', { name: 'Open in my browser' }).click();
  await expect(technician.connection.getByRole('alert')).toContainText(
    'No port is free to receive the answer',
  );
  await technician.seesStatus('unknown');
  await expect(technician.happening).toBeHidden();
  await expectAccessible(technician.page);
  expect(await connectorRecord(cloud, 'neverGranted')).toEqual(neverAccepted);
});
