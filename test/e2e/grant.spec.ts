import { expect } from '@playwright/test';
import { globalAdministratorOf, test } from './support/story.ts';
import { changesOf } from './support/tenant-changes.ts';

const hour = 3_600_000;

test('a technician adds a customer, the administrator accepts, and the lamp turns green', async ({
  cloud,
  office,
  technician,
  administrator,
}) => {
  const customer = cloud.customer('neverGranted');
  const tenant = changesOf(cloud, 'neverGranted');
  await tenant.takeEffectAfter({ token: hour, graph: hour });
  await technician.addCustomer(customer.primaryDomain);
  await technician.seesStatus('unknown');
  await technician.grant();
  await technician.seesStatus('consenting');
  await administrator.signIn(
    await office.host.openedAddress(),
    globalAdministratorOf(cloud, 'neverGranted'),
  );
  await administrator.accept();
  await expect(administrator.page.getByText('You can close this')).toBeVisible();
  await technician.seesStatus('propagating');
  await tenant.timePasses(hour);
  await technician.seesGreen();
  await expect(technician.page.getByText(customer.tenantId)).toBeVisible();
});
