import { expect } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { accepted, connectorRecord, neverAccepted } from './support/connector-record.ts';
import { acceptTakesEffectAtOnce, openConsent, redirectOf } from './support/consent.ts';
import { globalAdministratorOf, test } from './support/story.ts';

test.use({ customers: ['neverGranted', 'healthy'] });

test.beforeEach(({ cloud }) => acceptTakesEffectAtOnce(cloud));

test('a forged answer is refused and changes nothing; the real one still counts', async ({
  cloud,
  office,
  technician,
  administrator,
}) => {
  const { tenantId } = cloud.customer('neverGranted');
  const link = await openConsent({ cloud, office, technician }, 'neverGranted');
  const forged = { admin_consent: 'True', tenant: tenantId, state: 'A'.repeat(43) };
  const answer = await administrator.page.goto(redirectOf(link, forged));
  expect(answer?.status()).toBe(400);
  await expect(
    administrator.page.getByRole('heading', { name: 'This page doesn’t match an open consent' }),
  ).toBeVisible();
  await expectAccessible(administrator.page);
  await expect(technician.happening).toContainText('waiting for the administrator');
  await technician.seesStatus('consenting');
  await expectAccessible(technician.page);
  await administrator.signIn(link, globalAdministratorOf(cloud, 'neverGranted'));
  await administrator.accept();
  await technician.seesGreen();
});

test('the same answer twice meets a calm page', async ({
  cloud,
  office,
  technician,
  administrator,
}) => {
  const link = await openConsent({ cloud, office, technician }, 'neverGranted');
  await administrator.signIn(link, globalAdministratorOf(cloud, 'neverGranted'));
  await administrator.accept();
  await expect(
    administrator.page.getByRole('heading', { name: 'Evergrant got Microsoft’s answer' }),
  ).toBeVisible();
  await expectAccessible(administrator.page);
  const again = await administrator.page.reload();
  expect(again?.status()).toBe(200);
  await expect(
    administrator.page.getByRole('heading', { name: 'Evergrant already has this answer' }),
  ).toBeVisible();
  await technician.seesGreen();
  expect(await connectorRecord(cloud, 'neverGranted')).toEqual(accepted);
});

test('the administrator accepts in another tenant: refused, both named, nothing recorded', async ({
  cloud,
  office,
  technician,
  administrator,
}) => {
  const customer = cloud.customer('neverGranted');
  const other = cloud.customer('healthy');
  const link = await openConsent({ cloud, office, technician }, 'neverGranted');
  await administrator.signIn(
    link.replace(customer.tenantId, other.tenantId),
    globalAdministratorOf(cloud, 'healthy'),
  );
  await administrator.accept();
  await expect(administrator.page.getByText('You can close this')).toBeVisible();
  await technician.seesStatus('notGranted');
  await technician.seesNoGreenButAReason();
  const { why } = technician;
  await expect(why).toContainText('The permissions were granted in another tenant');
  for (const name of [other.tenantId, other.primaryDomain, customer.tenantId]) {
    await expect(why).toContainText(name);
  }
  await expectAccessible(technician.page);
  expect(await connectorRecord(cloud, 'neverGranted')).toEqual(neverAccepted);
});

test('two consents at once: each answer belongs to its own customer', async ({
  cloud,
  office,
  technician,
  administrator,
}) => {
  const first = await openConsent({ cloud, office, technician }, 'neverGranted');
  const second = await openConsent({ cloud, office, technician }, 'healthy');
  await administrator.signIn(second, globalAdministratorOf(cloud, 'healthy'));
  await administrator.accept();
  await technician.seesGreen();
  await technician.openCustomer(cloud.customer('neverGranted').primaryDomain);
  await technician.seesStatus('consenting');
  await administrator.signIn(first, globalAdministratorOf(cloud, 'neverGranted'));
  await administrator.accept();
  await technician.seesGreen();
  expect(await connectorRecord(cloud, 'neverGranted')).toEqual(accepted);
});

test('granting again while the page waits opens the same link again', async ({
  cloud,
  office,
  technician,
}) => {
  const link = await openConsent({ cloud, office, technician }, 'neverGranted');
  await technician.grant();
  expect(await office.host.openedAddress()).toBe(link);
  await technician.happening.getByRole('button', { name: 'Open Microsoft’s page again' }).click();
  expect(await office.host.openedAddress()).toBe(link);
});
