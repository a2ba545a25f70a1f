import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createNodeNetwork } from '../../electron/platform/network.ts';
import { startEngineHost } from '../support/engine-host.ts';
import { readGraphDescription } from '../support/graph-description.ts';
import { startPracticeCloud } from '../support/practice-cloud.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import { addPracticeConnector } from '../support/practice-connector.ts';
import { recordNetwork } from '../support/recording-network.ts';

const description = readGraphDescription();

let cloud: PracticeCloud;
beforeAll(async () => {
  cloud = await startPracticeCloud({ args: ['--groups', '300', '--memberships', '900'] });
});
afterAll(() => cloud?.dispose());

it('every request of a test, a search for people, a full sync, a delta and a live look-up is one that Microsoft describes', async () => {
  const network = recordNetwork(createNodeNetwork());
  const host = await startEngineHost({ network });
  const { graphBaseUrl } = z
    .object({ graphBaseUrl: z.string() })
    .parse(JSON.parse(await readFile(cloud.manifest.cloudFile, 'utf8')));
  await addPracticeConnector(cloud, host);
  const { tenantId } = cloud.customer('large');
  await host.client.tenants.add({ domainOrId: tenantId });
  await host.client.grants.test({ tenantId });
  const { userPrincipalName } = cloud.customer('large').accounts[0] ?? { userPrincipalName: '' };
  const found = await host.client.people.find({ tenantId, search: userPrincipalName });
  expect(found.rows.map((row) => row.userPrincipalName)).toContain(userPrincipalName);
  for (const mode of ['full', 'auto'] as const) {
    await host.client.syncs.start({ tenantId, mode });
    for await (const run of await host.client.syncs.watch({ tenantId })) {
      expect(run.state).not.toBe('failed');
    }
  }
  const person = (await host.client.people.list({ tenantId, limit: 1 })).rows[0];
  const live = await host.client.people.groups({
    tenantId,
    personId: person?.id ?? '',
    source: 'live',
  });
  await host.dispose();

  expect(live.source).toBe('live');
  const sent = network.graphRequests(graphBaseUrl).map(({ method, target }) => {
    const { pathname } = new URL(target, graphBaseUrl);
    return `${method} ${pathname}`;
  });
  expect(sent).toEqual(expect.arrayContaining(['GET /v1.0/groups/delta', 'GET /v1.0/users/delta']));
  // The description has no /devices and no /contacts; everything else must be in it.
  const objections = network
    .objections(graphBaseUrl, description)
    .filter((text) => !/^\/(?:devices|contacts) /.test(text));
  expect(objections).toEqual([]);
});
