import { expect } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { accepted, connectorRecord, neverAccepted } from './support/connector-record.ts';
import { acceptTakesEffectAtOnce, openConsent } from './support/consent.ts';
import { oneLook, timePassesUntil } from './support/passing-time.ts';
import { accountOf, globalAdministratorOf, test } from './support/story.ts';
import { technicianAt } from './support/technician.ts';

test.use({ customers: ['neverGranted'] });

test.beforeEach(({ cloud }) => acceptTakesEffectAtOnce(cloud));

for (const consentShape of ['consentRequired', 'permissionDenied', 'accessDenied']) {
  test(`the administrator presses Cancel, which Microsoft answers as ${consentShape}`, async ({
    cloud,
    office,
    technician,
    administrator,
  }) => {
    await cloud.control('POST', '/settings', { consentShape });
    const link = await openConsent({ cloud, office, technician }, 'neverGranted');
    await administrator.signIn(link, globalAdministratorOf(cloud, 'neverGranted'));
    await administrator.cancel();
    await expect(
      administrator.page.getByRole('heading', { name: 'The permissions weren’t granted' }),
    ).toBeVisible();
    await expect(technician.happening).toContainText('The administrator selected Cancel');
    await technician.seesStatus('unknown');
    await technician.seesNoGreenButAReason();
    await expect(technician.why).toContainText('The permissions were declined');
    await expectAccessible(technician.page);
    expect(await connectorRecord(cloud, 'neverGranted')).toEqual(neverAccepted);
  });
}

test('an account without the right ends at a dead end, and the technician learns what it means', async ({
  cloud,
  office,
  technician,
  administrator,
}) => {
  const link = await openConsent({ cloud, office, technician }, 'neverGranted');
  await administrator.signIn(
    link,
    accountOf(cloud, 'neverGranted', 'cloudApplicationAdministrator'),
  );
  await expect(
    administrator.page.getByRole('heading', { name: 'Need admin approval' }),
  ).toBeVisible();
  await expectAccessible(administrator.page);
  await technician.seesStatus('consenting');
  const { happening } = technician;
  await happening.getByRole('button', { name: 'Stuck on a Microsoft page?' }).click();
  await happening.getByLabel('Number or words on the page').fill('AADSTS90094');
  await expect(happening).toContainText('Privileged Role Administrator');
  await expectAccessible(technician.page);
  await happening.getByRole('button', { name: 'Stop waiting' }).click();
  await expect(happening).toContainText('You stopped waiting');
  await technician.seesStatus('unknown');
  await expectAccessible(technician.page);
  expect(await connectorRecord(cloud, 'neverGranted')).toEqual(neverAccepted);
});

test('a Microsoft page accepts but never comes back, and Check now finds it', async ({
  cloud,
  office,
  technician,
  administrator,
}) => {
  const { tenantId } = cloud.customer('neverGranted');
  const link = await openConsent({ cloud, office, technician }, 'neverGranted');
  const shortForm = `${new URL(link).origin}/${tenantId}/adminconsent?client_id=${cloud.manifest.connector.clientId}`;
  await administrator.signIn(shortForm, globalAdministratorOf(cloud, 'neverGranted'));
  await administrator.accept();
  await expect(administrator.page.getByText('You can close this page')).toBeVisible();
  await technician.seesStatus('consenting');
  await technician.happening.getByRole('button', { name: 'Check now' }).click();
  await technician.seesGreen();
  await expect(technician.happening).toBeHidden();
  expect(await connectorRecord(cloud, 'neverGranted')).toEqual(accepted);
});

test('Check now before anybody accepted says what to look at, and the consent stays open', async ({
  cloud,
  office,
  technician,
  administrator,
}) => {
  const link = await openConsent({ cloud, office, technician }, 'neverGranted');
  await technician.happening.getByRole('button', { name: 'Check now' }).click();
  await expect(technician.why).toContainText('No answer has arrived from the browser');
  await technician.seesStatus('consenting');
  await expectAccessible(technician.page);
  await administrator.signIn(link, globalAdministratorOf(cloud, 'neverGranted'));
  await administrator.accept();
  await technician.seesGreen();
});

test('nobody answers for ten minutes, and a late Accept is found all the same, by itself', async ({
  cloud,
  office,
  technician,
  administrator,
}) => {
  const link = await openConsent({ cloud, office, technician }, 'neverGranted');
  await administrator.signIn(link, globalAdministratorOf(cloud, 'neverGranted'));
  await office.host.jump(10 * 60_000);
  await expect(technician.happening).toContainText('Evergrant got no answer within 10 minutes');
  await technician.seesStatus('notGranted');
  await technician.seesNoGreenButAReason();
  await expectAccessible(technician.page);
  expect(await connectorRecord(cloud, 'neverGranted')).toEqual(neverAccepted);
  await administrator.accept();
  await expect.poll(() => connectorRecord(cloud, 'neverGranted')).toEqual(accepted);
  await timePassesUntil(office.host, 60_000, () =>
    technicianAt(technician.page, oneLook).seesGreen(),
  );
});
