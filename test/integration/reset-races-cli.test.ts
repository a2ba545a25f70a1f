import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAdministrator } from '../support/administrator.ts';
import { engineHostKey, startEngineHost } from '../support/engine-host.ts';
import { startCommand } from '../support/evergrant-command.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import { addPracticeConnector } from '../support/practice-connector.ts';

let cloud: PracticeCloud;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'evergrant-races-'));
  cloud = await startPracticeCloud({ args: ['--groups', '50', '--memberships', '100'] });
  await seenAfter(0);
});
afterAll(async () => {
  await cloud?.dispose();
  await rm(folder, { recursive: true, force: true });
});

/** Sets how long the token endpoint takes to notice a principal, in milliseconds. */
const seenAfter = (principal: number) =>
  cloud.control('POST', '/settings', { effect: { principal, token: 0, graph: 0, index: 0 } });

test('the command tells the two readings of AADSTS650051 apart, and goes on by itself in the second', async () => {
  const { connector } = cloud.manifest;
  const { tenantId, accounts } = cloud.customer('healthy');
  const host = await startEngineHost();
  await addPracticeConnector(cloud, host);
  await host.client.tenants.add({ domainOrId: tenantId });
  await host.client.grants.test({ tenantId });
  const by = 'Sanne Visser';
  let reset = await host.client.resets.begin({ tenantId, by, purpose: 'reset' });
  const { clientId: appId } = connector;
  await cloud.control('POST', '/tenants/healthy', { type: 'deletePrincipal', appId });
  for (const reason of ['Seen on their screen', 'Half an hour ago']) {
    const action = { kind: 'override', by, reason } as const;
    reset = await host.client.resets.act({ tenantId, version: reset.version, action });
  }
  expect(reset.state).toBe('granting');
  await host.leave();
  const keyFile = path.join(folder, 'key');
  await writeFile(keyFile, Buffer.from(engineHostKey).toString('hex'), { mode: 0o600 });

  const place = ['--data-dir', host.folder, '--key-file', keyFile];
  const run = startCommand(['reset', tenantId, ...place, '--no-input', '--json']);
  const administrator = createAdministrator(
    accounts.find(({ role }) => role === 'globalAdministrator')?.userPrincipalName ?? '',
  );
  const refuseNextAccept = () =>
    cloud.control('POST', '/faults', {
      faults: [
        {
          type: 'aadsts',
          endpoint: 'adminconsent',
          moment: 'accept',
          place: 'redirect',
          code: 650051,
        },
      ],
    });
  const isLink = /^http:.*adminconsent/;
  const first = await run.said(isLink);
  await refuseNextAccept();
  await administrator.consent(first, 'accept');
  await run.said(/AADSTS650051: the application isn’t there yet.*Wait 30 to 60 seconds/);
  const state = new URL(first).searchParams.get('state') ?? '';
  const second = await run.said(new RegExp(`^http:(?!.*${state}).*adminconsent`));

  const elsewhere = new URL(second);
  elsewhere.pathname = `/${tenantId}/adminconsent`;
  elsewhere.search = `client_id=${connector.clientId}`;
  // The token endpoint learns of the principal only after our own Accept was refused.
  await seenAfter(3_600_000);
  await administrator.consent(elsewhere.href, 'accept');
  await refuseNextAccept();
  await administrator.consent(second, 'accept');
  await seenAfter(0);
  await run.said(/AADSTS650051: the application is already there.*Evergrant is testing it now/);
  const { code, stdout } = await run.ended;
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ reset: { state: 'finished' } });
  await rm(host.folder, { recursive: true, force: true });
});
