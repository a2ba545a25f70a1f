import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventual, startPracticeGraph } from '../../test/support/practice-graph.ts';
import type { PracticeGraph } from '../../test/support/practice-graph.ts';

let graph: PracticeGraph;

beforeAll(async () => {
  graph = await startPracticeGraph();
});

afterAll(() => graph.close());

const names = async (path: string, headers = {}) => {
  const { body, status, text } = await graph.ask('odd', path, { headers });
  if (status !== 200) throw new Error(text);
  return body.value.map((one) => one['displayName']);
};

const code = async (path: string, headers = {}) => {
  const { status, body } = await graph.ask('odd', path, { headers });
  return [status, body.error.code];
};

describe('paging', () => {
  it('gives 100 by default, up to 999 on request, and every group once', async () => {
    const small = await graph.pages('healthy', 'groups');
    expect(small.map((page) => page.value.length)).toEqual([100, 100]);
    const large = await graph.pages('large', 'groups?$top=150&$select=id');
    expect(large.map((page) => page.value.length)).toEqual([150, 150, 100]);
    expect(new Set(large.flatMap((page) => page.value.map((one) => one.id))).size).toBe(400);
    expect(await code('groups?$top=1000')).toEqual([400, 'Request_BadRequest']);
    graph.faults.set({ pageSizes: { most: 160 } });
    const fewer = await graph.pages('large', 'groups?$top=999&$select=id');
    expect(fewer.map((page) => page.value.length)).toEqual([160, 160, 80]);
    graph.faults.reset();
  });

  it('carries the options, not the headers, and counts on the first page only', async () => {
    const first = await graph.ask('healthy', 'users?$count=true&$select=id&$top=100', {
      headers: eventual,
    });
    expect(first.body['@odata.count']).toBe(184);
    const next = first.body['@odata.nextLink'] ?? '';
    expect(next).toMatch(new RegExp(`^${graph.origin}/v1.0/users\\?.*\\$select=id`));
    const second = await graph.ask('healthy', next, { headers: eventual });
    expect(second.body['@odata.count']).toBeUndefined();
    expect(second.body.value).toHaveLength(84);
    const search = await graph.ask('healthy', 'groups?$search="displayName:sales"&$top=2', {
      headers: eventual,
    });
    const bare = await graph.ask('healthy', search.body['@odata.nextLink'] ?? '');
    expect(bare.body.error.code).toBe('Request_UnsupportedQuery');
  });

  it('skips nobody when somebody is deleted between two pages', async () => {
    const own = await startPracticeGraph({ largeGroups: 20, largeMemberships: 60 });
    const first = await own.ask('neverGranted', 'groups');
    expect(first.status).toBe(403);
    const page = await own.ask('healthy', 'users?$top=50');
    const sent = page.body.value.map((one) => one.id);
    own.tenant('healthy').directory.remove(sent[3] ?? '', own.clock.now());
    const rest = await own.pages('healthy', page.body['@odata.nextLink'] ?? '');
    await own.close();
    const all = new Set([...sent, ...rest.flatMap((one) => one.value.map((user) => user.id))]);
    expect(all.size).toBe(184);
  });

  it('refuses a page token that is too old', async () => {
    const own = await startPracticeGraph({ largeGroups: 20, largeMemberships: 60 });
    const { body } = await own.ask('healthy', 'users?$top=10');
    own.clock.advance(61 * 60_000);
    const late = await own.ask('healthy', body['@odata.nextLink'] ?? '');
    await own.close();
    expect([late.status, late.body.error.code]).toEqual([400, 'Directory_ExpiredPageToken']);
  });
});

describe('advanced queries', () => {
  it.each([
    ['users/$count', 400, 'Request_BadRequest'],
    ['groups?$search="displayName:sales"', 400, 'Request_UnsupportedQuery'],
    ["users?$filter=department ne 'IT'", 400, 'Request_UnsupportedQuery'],
    ["users?$filter=endsWith(mail,'x')", 400, 'Request_UnsupportedQuery'],
    ["users?$filter=department eq 'IT'&$orderby=displayName", 400, 'Request_UnsupportedQuery'],
    ['groups?$orderby=mail', 400, 'Request_UnsupportedQuery'],
  ])('%s without the header answers %d %s', async (path, status, expected) => {
    expect(await code(path)).toEqual([status, expected]);
  });

  it('ignore $count=true without the header', async () => {
    const { body } = await graph.ask('odd', 'users?$count=true');
    expect(body['@odata.count']).toBeUndefined();
  });

  it('do not see what was made a moment ago', async () => {
    const own = await startPracticeGraph({ largeGroups: 20, largeMemberships: 60 });
    const createdAt = own.clock.now();
    own.tenant('odd').directory.addGroup({ id: 'fresh', displayName: 'Fresh paint', createdAt });
    const search = 'groups?$search="displayName:fresh"&$count=true';
    const seen = async () =>
      (await own.ask('odd', search, { headers: eventual })).body.value.length;
    expect((await own.ask('odd', 'groups/fresh')).status).toBe(200);
    expect(await seen()).toBe(0);
    own.clock.advance(8_000);
    expect(await seen()).toBe(1);
    await own.close();
  });
});

describe('$filter and $search', () => {
  it.each([
    ["groups?$filter=displayName eq 'vpn'", ['VPN']],
    ["groups?$filter=startsWith(displayName,'Loop') and securityEnabled eq true", 3],
    ["groups?$filter=groupTypes/any(c:c eq 'Unified')", 4],
    ["groups?$filter=resourceProvisioningOptions/any(x:x eq 'Team')", ['Sales Team']],
    ["groups?$filter=displayName in ('VPN','Sales')", ['Sales', 'VPN']],
    ['groups?$filter=onPremisesSyncEnabled eq true', ['DOMAIN Users (synced)']],
    ["groups?$filter=isAssignableToRole eq true or membershipRuleProcessingState eq 'Paused'", 2],
    ["users?$filter=userType eq 'Guest'", 2],
    ["users?$filter=proxyAddresses/any(a:a eq 'smtp:jane.bell@quillfeather.example')", 1],
    ["users?$filter=otherMails/any(a:startsWith(a,'jane.private'))", ['Jane Okafor']],
    ["users?$filter=displayName eq 'O''Brien'", []],
  ] as const)('%s', async (path, expected) => {
    const found = await names(path);
    expect(typeof expected === 'number' ? found.length : found.toSorted()).toEqual(expected);
  });

  it.each([
    "groups?$filter=visibility eq 'Private'",
    'groups?$filter=createdDateTime ge 2021-11-01',
    "groups?$filter=contains(displayName,'a')",
  ])('refuses %s', async (path) => {
    expect((await code(path))[0]).toBe(400);
  });

  it('searches words by their beginnings, in any order and case', async () => {
    expect(await names('groups?$search="displayName:TEAM sal"', eventual)).toEqual(['Sales Team']);
    expect(
      await names('groups?$search="displayName:vpn" OR "displayName:backup"', eventual),
    ).toEqual(['VPN', 'Backup Operators']);
    expect(await names('users?$search="mail:jane.smith"', eventual)).toHaveLength(2);
  });

  it('combines not, ne and sorting with the header and $count', async () => {
    const path =
      "users?$count=true&$filter=not startsWith(displayName,'J') and userType ne 'Guest'&$orderby=displayName desc&$top=5";
    const found = await names(path, eventual);
    expect(found).toHaveLength(5);
    expect(found).toEqual(found.toSorted((a, b) => String(b).localeCompare(String(a), 'en')));
  });
});

describe('relationships', () => {
  const id = (displayName: string) =>
    graph
      .tenant('odd')
      .directory.toSnapshot()
      .objects.find((object) => object.displayName === displayName)?.id ?? '';

  it('leave service principals out of members and show them to $expand', async () => {
    const listed = await graph.ask('odd', `groups/${id('Backup Operators')}/members`);
    expect(listed.body.value).toEqual([]);
    const expanded = await graph.ask('odd', `groups/${id('Backup Operators')}?$expand=members`);
    expect(expanded.body['members']).toMatchObject([
      { '@odata.type': '#microsoft.graph.servicePrincipal', displayName: 'Nightly Backup' },
    ]);
  });

  it('stop at twenty in $expand and give all in members', async () => {
    const all = `groups/${id('DOMAIN Users (synced)')}`;
    graph.tenant('odd').directory.addMember(id('DOMAIN Users (synced)'), id('Kim Left'));
    expect((await graph.ask('odd', `${all}/members`)).body.value).toHaveLength(21);
    expect((await graph.ask('odd', `${all}?$expand=members`)).body['members']).toHaveLength(20);
  });

  it('tell every kind of member with its type', async () => {
    const { body } = await graph.ask('odd', `groups/${id('Everything At Once')}/members`);
    const types = new Set(body.value.map((one) => one['@odata.type']));
    expect([...types].toSorted()).toEqual([
      '#microsoft.graph.device',
      '#microsoft.graph.group',
      '#microsoft.graph.orgContact',
      '#microsoft.graph.user',
    ]);
  });

  it('go down and up through nested groups, and out of a circle', async () => {
    const down = await graph.ask('odd', `groups/${id('VPN')}/transitiveMembers`);
    expect(down.body.value.map((one) => one['displayName'])).toEqual(
      expect.arrayContaining([
        'Sales',
        'Remote Workers',
        'Jane Okafor',
        'Pat Underhill (Supplier)',
      ]),
    );
    const loop = await graph.ask('odd', `groups/${id('Loop A')}/transitiveMembers`);
    expect(loop.body.value.map((one) => one['displayName'])).toEqual(
      expect.arrayContaining(['Loop A', 'Loop B', 'Loop C']),
    );
    const up = await graph.ask(
      'odd',
      `users/jane.okafor@quillfeather.example/transitiveMemberOf/microsoft.graph.group?$count=true&$select=displayName`,
      { headers: eventual },
    );
    expect(up.body.value.map((one) => one['displayName']).toSorted()).toEqual([
      'Everything At Once',
      'Finance (mail-enabled security)',
      'Only Groups Inside',
      'Remote Workers',
      'Sales',
      'VPN',
    ]);
  });

  it('need the advanced parameters for a cast', async () => {
    const path = `groups/${id('Everything At Once')}/members/microsoft.graph.device`;
    expect((await graph.ask('odd', path)).body.error.code).toBe('Request_UnsupportedQuery');
    const { body } = await graph.ask('odd', `${path}?$count=true`, { headers: eventual });
    expect(body['@odata.count']).toBe(2);
    expect(body.value[0]?.['@odata.type']).toBeUndefined();
    const count = await graph.ask('odd', `${path}/$count`, { headers: eventual });
    expect(count.text).toBe('2');
  });

  it('find a guest by a percent-encoded name', async () => {
    const upn = encodeURIComponent('pat_supplier.example#EXT#@quillfeather.example');
    const { body } = await graph.ask('odd', `users/${upn}?$select=userType,externalUserState`);
    expect(body).toMatchObject({ userType: 'Guest', externalUserState: 'Accepted' });
  });

  it('show the role that an administrator holds', async () => {
    const { body } = await graph.ask('odd', 'users/morgan.ashdown@quillfeather.example/memberOf');
    expect(body.value).toContainEqual(
      expect.objectContaining({
        '@odata.type': '#microsoft.graph.directoryRole',
        displayName: 'Global Administrator',
      }),
    );
  });
});

describe('single objects and unknown things', () => {
  it.each([
    ['groups/00000000-0000-4000-8000-000000000000', 404, 'Request_ResourceNotFound'],
    [
      "servicePrincipals(appId='00000000-0000-4000-8000-000000000000')",
      404,
      'Request_ResourceNotFound',
    ],
    ['groups?$select=colour', 400, 'Request_BadRequest'],
    ['groups?$skip=10', 400, 'Request_BadRequest'],
    ['groups?$expand=drive', 400, 'ExpandNotSupported'],
    ['groupz', 400, 'BadRequest'],
  ])('%s answers %d %s', async (path, status, expected) => {
    expect(await code(path)).toEqual([status, expected]);
  });
});
