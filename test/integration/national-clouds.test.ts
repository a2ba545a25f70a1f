import { afterEach, describe, expect, it } from 'vitest';
import { createText } from '../../text/create-text.ts';
import { explained } from '../../electron/engine/errors/evergrant-error.ts';
import { describeProblem } from '../../text/words/problem-text.ts';
import { problemLinks } from '../../text/words/problem-links.ts';
import { startEngineHost } from '../support/engine-host.ts';
import type { EngineHost } from '../support/engine-host.ts';
import { everyMicrosoftCloud } from '../support/microsoft-cloud.ts';
import type { CloudHosts, CloudStory } from '../support/microsoft-cloud.ts';

type Kind = 'global' | 'usGovL4' | 'usGovL5' | 'china';

/** Source: learn.microsoft.com/graph/deployments. */
const hosts: Readonly<Record<Kind, CloudHosts>> = {
  global: {
    authority: 'login.microsoftonline.com',
    graph: 'graph.microsoft.com',
    portal: 'entra.microsoft.com',
  },
  usGovL4: {
    authority: 'login.microsoftonline.us',
    graph: 'graph.microsoft.us',
    portal: 'entra.microsoft.us',
  },
  usGovL5: {
    authority: 'login.microsoftonline.us',
    graph: 'dod-graph.microsoft.us',
    portal: 'entra.microsoft.us',
  },
  china: {
    authority: 'login.partner.microsoftonline.cn',
    graph: 'microsoftgraph.chinacloudapi.cn',
    portal: 'entra.microsoftonline.cn',
  },
};
const kinds = Object.keys(hosts) as Kind[];
const pairs = kinds.flatMap((of) => kinds.filter((to) => to !== of).map((to) => ({ of, to })));

const tenantId = '0a1b2c3d-1111-4222-8333-444455556666';
const clientId = '22222222-2222-4222-8222-222222222222';
const directoryRead = '7ab1d382-f21e-4acd-a863-ba3e13f7da61';
const text = createText('en');

let host: EngineHost | null = null;
afterEach(async () => {
  await host?.dispose();
  host = null;
});

/** An engine with one connector of a cloud, on a network on which every cloud answers. */
async function engineIn(kind: Kind, changes: Partial<CloudStory> = {}) {
  const { network, requests } = everyMicrosoftCloud({
    tenantId,
    clientId,
    home: hosts[kind],
    roleId: directoryRead,
    ...changes,
  });
  host = await startEngineHost({ network });
  const profile = await host.client.profiles.add({
    name: 'Connector',
    clientId,
    cloud: { kind },
    credential: { kind: 'secret', value: 'a secret', expiresAt: null },
  });
  const hostsAsked = () => [...new Set(requests.map(({ url }) => new URL(url).host))].sort();
  return { client: host.client, opened: host.opened, profile, hostsAsked, requests };
}

describe.each(kinds)('with a connector in %s', (kind) => {
  const own = hosts[kind];

  it('discovery, consent, sign-in, test, sync and links stay in that cloud', async () => {
    const { client, opened, profile, hostsAsked } = await engineIn(kind);
    await client.tenants.add({ domainOrId: 'fabrikam.example' });
    const attempt = await client.grants.begin({ tenantId, way: 'myBrowser' });
    await client.grants.cancel({ tenantId });
    const signIn = client.grants.signIn({ tenantId }).catch(() => null);
    await expect.poll(() => opened.length).toBe(2);
    await client.grants.cancelSignIn({ tenantId });
    await signIn;
    const { lastTest: test } = await client.grants.test({ tenantId });
    const { status } = await client.tenants.get({ tenantId });
    await client.syncs.start({ tenantId });
    for await (const run of await client.syncs.watch({ tenantId }))
      expect(run.tenantId).toBe(tenantId);

    expect(test.refusal).toBeNull();
    expect(status.kind).toBe('granted');
    expect(hostsAsked()).toEqual([own.authority, own.graph].sort());
    for (const url of [attempt.url, ...opened]) {
      expect(new URL(url).host).toBe(own.authority);
      expect(new URL(url).pathname.split('/')[1]).toBe(tenantId);
      expect(new URL(url).searchParams.get('scope')).toContain(`https://${own.graph}/.default`);
      expect(foreignHostsIn(url, kind)).toEqual([]);
    }
    const place = {
      pages: profile.pages,
      tenantId,
      clientId,
      servicePrincipalId: test.servicePrincipalId,
    };
    const links = ['aadsts.7000112', 'aadsts.50011', 'grant.mayWrite'].flatMap((code) =>
      problemLinks(text, explained({ code, params: {}, retry: 'never' }), place),
    );
    expect(links).toHaveLength(5);
    for (const { url } of links) {
      expect([own.portal, own.authority]).toContain(new URL(url).host);
    }
  });

  it('a next link that leads into another cloud is not followed', async () => {
    const other = hosts[kind === 'global' ? 'china' : 'global'];
    const nextLink = `https://${other.graph}/v1.0/servicePrincipals/next`;
    const { client, hostsAsked } = await engineIn(kind, { nextLink });
    await client.tenants.add({ domainOrId: tenantId });
    const { lastTest: test } = await client.grants.test({ tenantId });
    const row = test.checks.find(({ permission }) => permission.id === directoryRead);
    expect(row?.verdict).toBe('couldNotTell');
    expect(row?.grant.problem).toMatchObject({
      code: 'guard.address',
      params: { host: other.graph },
    });
    expect(hostsAsked()).toEqual([own.authority, own.graph].sort());
  });

  it('a permission counts by the id that this cloud’s own Graph gives it', async () => {
    const roleId = '99999999-1111-4111-8111-999999999999';
    const { client } = await engineIn(kind, { roleId });
    await client.tenants.add({ domainOrId: tenantId });
    const { checks, findings } = (await client.grants.test({ tenantId })).lastTest;
    const row = checks.find(({ permission }) => permission.id === directoryRead);
    // In the global cloud the ids are documented, so that another id is another permission.
    expect(row?.grant.outcome).toBe(kind === 'global' ? 'missing' : 'proven');
    expect(findings.map((finding) => finding.kind)).toEqual(kind === 'global' ? ['mayWrite'] : []);
  });
});

it.each(pairs)(
  'a customer of $to is refused by a connector in $of, which names the cloud to choose',
  async ({ of, to }) => {
    const { client, hostsAsked } = await engineIn(of, { home: hosts[to] });
    const refused: unknown = await client.tenants
      .add({ domainOrId: 'fabrikam.example' })
      .catch((error: unknown) => error);
    const { data } = refused as { data: { code: string; params: Record<string, string> } };
    expect(data.code).toBe('tenant.otherCloud');
    const { meaning, cure } = describeProblem(text, data);
    const name = {
      global: 'worldwide',
      usGovL4: 'GCC High',
      usGovL5: 'DoD',
      china: '21Vianet',
    }[to];
    expect(meaning).toContain(name);
    expect(cure).toContain(name);
    expect(hostsAsked()).toEqual([hosts[of].authority]);
  },
);

/** Hosts of other clouds anywhere in an address, including its query. */
function foreignHostsIn(url: string, kind: Kind): readonly string[] {
  const own = Object.values(hosts[kind]);
  return kinds
    .flatMap((other) => Object.values(hosts[other]))
    .filter((name) => !own.includes(name))
    .filter((name) => decodeURIComponent(url).includes(`//${name}`));
}
