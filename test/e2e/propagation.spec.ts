import { expect } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { accepted, connectorRecord } from './support/connector-record.ts';
import { openConsent } from './support/consent.ts';
import { callsTo } from './support/directory-record.ts';
import { oneLook, timePassesUntil } from './support/passing-time.ts';
import { globalAdministratorOf, test } from './support/story.ts';
import { technicianAt } from './support/technician.ts';

test.use({ customers: ['neverGranted'] });

const minute = 60_000;

test('Microsoft takes its time: after two minutes the technician reads what is missing, then it turns green', async ({
  cloud,
  office,
  technician,
  administrator,
}) => {
  await cloud.control('POST', '/settings', {
    effect: { principal: 0, token: 10 * minute, graph: 20 * minute, index: 20 * minute },
  });
  const link = await openConsent({ cloud, office, technician }, 'neverGranted');
  await administrator.signIn(link, globalAdministratorOf(cloud, 'neverGranted'));
  await administrator.accept();
  await technician.seesStatus('propagating');
  const { happening } = technician;
  await expect(happening).toContainText('The administrator accepted');
  await expect(happening).toContainText('Not verified yet');
  await expectAccessible(technician.page);

  await office.host.jump(2 * minute);
  await expect(happening).toContainText('Microsoft hasn’t applied the grant yet');
  await expect(technician.why).toContainText('Not everything has taken effect yet');
  await expect(technician.why).toContainText('Still missing');
  await technician.seesStatus('propagating');
  await expectAccessible(technician.page);

  await cloud.control('POST', '/clock/advance', { ms: 10 * minute });
  await cloud.control('POST', '/requests/clear');
  await timePassesUntil(office.host, minute, async () => {
    expect(await callsTo(cloud, 'entra')).not.toEqual([]);
  });
  await technician.seesStatus('propagating');
  await technician.seesNoGreenButAReason();

  await cloud.control('POST', '/clock/advance', { ms: 10 * minute });
  await timePassesUntil(office.host, minute, () =>
    technicianAt(technician.page, oneLook).seesGreen(),
  );
  await expect(happening).toBeHidden();
  expect(await connectorRecord(cloud, 'neverGranted')).toEqual(accepted);
});

test('what has not arrived after half an hour is given up, and says what to do', async ({
  cloud,
  office,
  technician,
  administrator,
}) => {
  await cloud.control('POST', '/settings', {
    effect: { principal: 0, token: 60 * minute, graph: 60 * minute, index: 60 * minute },
  });
  const link = await openConsent({ cloud, office, technician }, 'neverGranted');
  await administrator.signIn(link, globalAdministratorOf(cloud, 'neverGranted'));
  await administrator.accept();
  await technician.seesStatus('propagating');
  await expect(technician.happening).toContainText('Not verified yet');
  await office.host.jump(30 * minute);
  await expect(technician.happening).toContainText(
    'didn’t apply the whole grant within 30 minutes',
  );
  await expect(technician.why).toContainText('half an hour');
  await technician.seesNoGreenButAReason();
  await expectAccessible(technician.page);
  await cloud.control('POST', '/clock/advance', { ms: 60 * minute });
  await technician.happening.getByRole('button', { name: 'Check now' }).click();
  await technician.seesGreen();
});
