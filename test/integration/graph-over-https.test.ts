import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGraph } from '../../electron/engine/graph/graph-client.ts';
import type { Graph } from '../../electron/engine/graph/graph.ts';
import type { Cloud } from '../../electron/engine/clouds/cloud.ts';
import { createNodeNetwork } from '../../electron/platform/network.ts';
import type { NodeNetwork } from '../../electron/platform/network.ts';
import { systemRandom } from '../../electron/platform/random.ts';
import { issueServer } from '../../practice/certificates/issue.ts';
import { readGraphDescription } from '../support/graph-description.ts';
import { startPracticeGraph } from '../support/practice-graph.ts';
import type { PracticeGraph } from '../support/practice-graph.ts';
import { recordNetwork } from '../support/recording-network.ts';
import type { RecordingNetwork } from '../support/recording-network.ts';

let practice: PracticeGraph;
let node: NodeNetwork;
let network: RecordingNetwork;
let cloud: Cloud;
let waits: number[];

beforeAll(async () => {
  const { ca, server } = await issueServer(Date.now());
  practice = await startPracticeGraph({ tls: server });
  node = createNodeNetwork();
  network = recordNetwork(node);
  cloud = {
    name: 'custom',
    label: 'Practice',
    authorityBaseUrl: practice.origin,
    graphBaseUrl: practice.origin,
    portalBaseUrl: practice.origin,
    browserBaseUrl: practice.origin,
    caPem: ca,
  };
});
afterAll(async () => {
  await node.close();
  await practice.close();
});
beforeEach(() => {
  waits = [];
  practice.faults.reset();
});

/** The engine's Graph of one customer. Pauses end immediately, also for the cloud's throttle. */
function graphOf(key: string, at: Cloud = cloud): Graph {
  const connector = practice.connector;
  const tenant = practice.tenant(key);
  const claims = {
    tid: tenant.tenantId,
    appid: connector,
    oid: tenant.servicePrincipals.find((principal) => principal.appId === connector)?.objectId,
    roles: ['Directory.Read.All'],
  };
  const clock = {
    now: () => practice.clock.now(),
    sleep: (ms: number) => {
      waits.push(ms);
      practice.pass(ms);
      return Promise.resolve();
    },
  };
  return createGraph({ network, clock, random: systemRandom }, at, {
    canRenew: false,
    source: () => Promise.resolve(encodeURIComponent(JSON.stringify(claims))),
  });
}

describe('the engine reads the practice cloud', () => {
  it('its tenant', async () => {
    const organization = await graphOf('healthy').get(
      '/organization?$select=id,displayName,verifiedDomains',
    );
    expect(organization).toMatchObject({ value: [{ id: practice.tenant('healthy').tenantId }] });
  });

  it('the record of a grant, by keys and filters with quotes', async () => {
    const graph = graphOf('healthy');
    const principal = await graph.get(
      `/servicePrincipals(appId='${practice.connector}')?$select=id,appId,accountEnabled`,
    );
    const { id } = principal as { readonly id: string };
    const grants = await graph.all(
      `/oauth2PermissionGrants?$filter=clientId eq '${id}' and consentType eq 'AllPrincipals'`,
    );
    expect(grants).toHaveLength(1);
    expect(await graph.all(`/servicePrincipals/${id}/appRoleAssignments`)).toHaveLength(1);
  });

  it('every page of a long list', async () => {
    const groups = await graphOf('large').all('/groups?$select=id&$top=150');
    const ids = groups.map((group) => (group as { readonly id: string }).id);
    expect(new Set(ids).size).toBe(400);
  });

  it('every page of an advanced query, which needs its header on each', async () => {
    const groups = await graphOf('large').all(
      '/groups?$select=id&$count=true&$orderby=displayName',
      {
        eventual: true,
      },
    );
    expect(groups).toHaveLength(400);
  });

  it('a delta round to its deltaLink, and from there', async () => {
    const graph = graphOf('large');
    let link = '/groups/delta?$select=id,displayName,members';
    let pages = 0;
    for (let next: string | undefined = link; next !== undefined; pages += 1) {
      const { bytes } = await graph.page(next, { priority: 'Low' });
      const body = JSON.parse(new TextDecoder().decode(bytes)) as Record<
        string,
        string | undefined
      >;
      next = body['@odata.nextLink'];
      link = body['@odata.deltaLink'] ?? link;
    }
    expect(pages).toBeGreaterThan(1);
    expect(await graph.get(link)).toMatchObject({ value: [] });
  });

  it('what is not there, with a code and a request id', async () => {
    const missing = '00000000-0000-4000-8000-000000000000';
    await expect(graphOf('healthy').get(`/groups/${missing}`)).rejects.toMatchObject({
      code: 'graph.Request_ResourceNotFound',
      raw: { httpStatus: 404, requestId: expect.any(String) },
    });
  });
});

describe('the engine meets faults', () => {
  it('waits the fraction of a second that it is asked for', async () => {
    practice.faults.set({ faults: [{ type: 'throttled', retryAfter: 1.5, count: 2 }] });
    expect(await graphOf('healthy').all('/groups?$select=id')).not.toHaveLength(0);
    expect(waits).toHaveLength(2);
    expect(Math.min(...waits)).toBe(1500);
  });

  it.each(['beforeAnswer', 'inBody'])('asks again when a connection ends %s', async (moment) => {
    practice.faults.set({ faults: [{ type: 'drop', moment }] });
    expect(await graphOf('healthy').all('/groups?$select=id')).not.toHaveLength(0);
    expect(waits).toHaveLength(1);
  });

  it('takes no token to the host of a hostile link', async () => {
    practice.faults.set({ faults: [{ type: 'hostileLink' }] });
    await expect(graphOf('large').all('/groups?$select=id&$top=100')).rejects.toMatchObject({
      code: 'guard.address',
      params: { host: 'graph.hostile.example' },
    });
    expect(network.requests.some(({ url }) => url.includes('hostile'))).toBe(false);
  });

  it('follows no redirect', async () => {
    practice.faults.set({ faults: [{ type: 'redirect' }] });
    await expect(graphOf('healthy').get('/groups')).rejects.toMatchObject({
      code: 'network.redirected',
    });
    expect(network.requests.some(({ url }) => url.includes('hostile'))).toBe(false);
  });

  it('says that an answer cannot be read', async () => {
    practice.faults.set({ faults: [{ type: 'malformedJson', count: 'always' }] });
    await expect(graphOf('healthy').get('/groups')).rejects.toMatchObject({
      code: 'graph.unreadable',
    });
  });

  it('tells that a delta must start over', async () => {
    practice.faults.set({ faults: [{ type: 'resync', endpoint: 'groups/delta' }] });
    await expect(graphOf('healthy').page('/groups/delta?$select=id')).rejects.toMatchObject({
      raw: { httpStatus: 410 },
    });
    expect(waits).toEqual([]);
  });

  it('does not trust the certificate without the CA of the cloud', async () => {
    const { caPem: _, ...untrusted } = cloud;
    await expect(graphOf('healthy', untrusted).get('/organization')).rejects.toMatchObject({
      code: 'network.tls',
    });
  });
});

describe("the engine's requests", () => {
  it('are all described', () => {
    expect(network.graphRequests(cloud.graphBaseUrl)).not.toHaveLength(0);
    expect(network.objections(cloud.graphBaseUrl, readGraphDescription())).toEqual([]);
  });
});
