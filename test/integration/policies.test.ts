import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PolicyFinding } from '../../electron/contract/policy.ts';
import type { Cloud } from '../../electron/engine/clouds/cloud.ts';
import type { HandOverPerson } from '../../electron/engine/directory/policies/store.ts';
import { createNodeNetwork } from '../../electron/platform/network.ts';
import type { NodeNetwork } from '../../electron/platform/network.ts';
import { issueServer } from '../../practice/certificates/issue.ts';
import { memberships } from '../../practice/control/record.ts';
import type { Directory, DirectoryObject } from '../../practice/directory/types.ts';
import { applyMutation } from '../../practice/world/directory-mutations.ts';
import { startDirectoryHost } from '../support/directory-host.ts';
import type { DirectoryHost } from '../support/directory-host.ts';
import { startPracticeGraph } from '../support/practice-graph.ts';
import type { PracticeGraph } from '../support/practice-graph.ts';

let practice: PracticeGraph;
let network: NodeNetwork;
let host: DirectoryHost;
let directory: Directory;
let tenantId: string;

beforeAll(async () => {
  const { ca, server } = await issueServer(Date.now());
  practice = await startPracticeGraph({ tls: server });
  network = createNodeNetwork();
  const { connector, origin } = practice;
  const cloud: Cloud = {
    name: 'custom',
    label: 'Practice',
    authorityBaseUrl: origin,
    graphBaseUrl: origin,
    portalBaseUrl: origin,
    browserBaseUrl: origin,
    caPem: ca,
  };
  const tenant = practice.tenant('odd');
  directory = tenant.directory;
  tenantId = tenant.tenantId;
  const oid = tenant.servicePrincipals.find((one) => one.appId === connector)?.objectId;
  const claims = { tid: tenantId, appid: connector, oid, roles: ['Directory.Read.All'] };
  host = await startDirectoryHost({
    network,
    cloud,
    clientId: connector,
    tokenOf: () => encodeURIComponent(JSON.stringify(claims)),
  });
  await host.addTenant(tenantId);
  await host.sync(tenantId);
});
afterAll(async () => {
  await host.dispose();
  await network.close();
  await practice.close();
});

type Group = Extract<DirectoryObject, { readonly kind: 'group' }>;

function activeGroups(): Group[] {
  return directory
    .indexes('group')
    .map((index) => directory.at(index))
    .filter((object): object is Group => object.kind === 'group' && object.state === 'active');
}

/** All people including nested ones, from the cloud's own record; hidden members are never reported. */
function peopleOf(groupId: string): { readonly people: Set<string>; readonly short: number } {
  const record = memberships(directory);
  const inside = new Set([groupId]);
  const people = new Set<string>();
  let short = 0;
  for (const id of inside) {
    const group = directory.byId(id);
    if (group?.kind === 'group' && group.visibility === 'HiddenMembership') {
      if (id !== groupId) short += 1;
      continue;
    }
    for (const member of record.get(id) ?? []) {
      const kind = directory.byId(member)?.kind;
      if (kind === 'user') people.add(member);
      if (kind === 'group') inside.add(member);
    }
  }
  return { people, short };
}

/**
 * The findings that the product should report for a group, derived from the cloud's own record in the
 * simplest way.
 */
function expectedFindings(group: Group): PolicyFinding[] {
  const { people, short } = peopleOf(group.id);
  const users = [...people].map((id) => directory.byId(id)).filter((one) => one?.kind === 'user');
  const isHidden = group.visibility === 'HiddenMembership';
  const direct = isHidden
    ? []
    : (memberships(directory).get(group.id) ?? []).filter((id) => people.has(id));
  const isSame = ({ id, displayName }: Group): boolean =>
    id !== group.id && displayName.toLowerCase() === group.displayName.toLowerCase();
  const told = (kind: PolicyFinding['kind'], holds: boolean, count: number | null = null) =>
    holds ? [{ kind, count }] : [];
  const counted = (kind: PolicyFinding['kind'], count: number) => told(kind, count > 0, count);
  return [
    ...told('empty', people.size === 0 && !isHidden && short === 0),
    ...told('hidden', isHidden),
    ...told('onlyNested', people.size > 0 && direct.length === 0, people.size),
    ...told('dynamicPaused', group.membershipRuleProcessingState === 'Paused'),
    ...told(
      'distribution',
      group.mailEnabled && !group.securityEnabled && !group.groupTypes.includes('Unified'),
    ),
    ...counted('guests', users.filter(({ userType }) => userType === 'Guest').length),
    ...counted('disabledPeople', users.filter(({ accountEnabled }) => !accountEnabled).length),
    ...counted('sameName', activeGroups().filter(isSame).length),
    ...counted('incomplete', short),
  ];
}

const findGroup = (name: string): Group => {
  const found = activeGroups().find(({ displayName }) => displayName === name);
  if (!found) throw new Error(`The odd customer has no group ${name}.`);
  return found;
};

async function everybody(
  pages: AsyncIterable<readonly HandOverPerson[]>,
): Promise<HandOverPerson[]> {
  const people: HandOverPerson[] = [];
  for await (const page of pages) people.push(...page);
  return people;
}

test('every group of the odd customer is judged as the cloud’s own record says', async () => {
  const groups = activeGroups();
  for (const { id } of groups) await host.policies.mark({ tenantId, groupId: id, label: 'All' });
  const overview = await host.policies.overview(tenantId);
  const found = new Map(overview.groups.map((group) => [group.groupId, group]));
  for (const group of groups) {
    expect([group.displayName, found.get(group.id)?.findings]).toEqual([
      group.displayName,
      expectedFindings(group),
    ]);
    expect(found.get(group.id)?.people).toBe(peopleOf(group.id).people.size);
  }
  const kinds = new Set(overview.groups.flatMap((group) => group.findings.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual([
    'disabledPeople',
    'distribution',
    'dynamicPaused',
    'empty',
    'guests',
    'hidden',
    'onlyNested',
    'sameName',
  ]);
});

test('a hand-over holds exactly the marked groups and their people, and is recorded', async () => {
  for (const { id } of activeGroups()) await host.policies.unmark(tenantId, id);
  await expect(host.policies.handOver(tenantId)).rejects.toMatchObject({
    code: 'policy.nothingMarked',
  });
  const [vpn, board, duo] = ['VPN', 'Board (hidden members)', 'Two Janes'].map(findGroup);
  for (const group of [vpn, board, duo]) {
    await host.policies.mark({ tenantId, groupId: group?.id ?? '', label: 'VPN access' });
  }
  const handOver = await host.policies.handOver(tenantId);
  expect(handOver.groups).toMatchObject([
    { id: board?.id, gone: false, people: 0, complete: false, marks: ['hiddenMembership'] },
    { id: duo?.id, gone: false, people: 2, complete: true, marks: [] },
    { id: vpn?.id, gone: false, complete: true },
  ]);
  const people = await everybody(handOver.people());
  const inVpn = peopleOf(vpn?.id ?? '').people;
  const inDuo = peopleOf(duo?.id ?? '').people;
  expect(people.map(({ id }) => id).sort()).toEqual([...inVpn.union(inDuo)].sort());
  expect(handOver.totalPeople).toBe(people.length);
  for (const { id, groupIds } of people) {
    expect([inVpn.has(id), inDuo.has(id)]).toEqual([
      groupIds.includes(vpn?.id ?? ''),
      groupIds.includes(duo?.id ?? ''),
    ]);
  }
  const ofDuo = await everybody(handOver.peopleOf(duo?.id ?? ''));
  expect(ofDuo.map(({ id }) => id).sort()).toEqual([...inDuo].sort());

  expect(await host.policies.sinceHandOver({ tenantId, limit: 200 })).toBeNull();
  await host.policies.recordHandOver(handOver, { ticket: 'T-7' });
  const overview = await host.policies.overview(tenantId);
  expect(overview.lastHandOver).toMatchObject({ ticket: 'T-7' });
  const [last] = await host.activity.list({ tenantId, before: null, limit: 1 });
  expect(last).toMatchObject({
    action: 'handedOver',
    result: 'finished',
    ticket: 'T-7',
    params: { groups: 3, people: people.length },
  });
  const since = await host.policies.sinceHandOver({ tenantId, limit: 200 });
  expect(since?.groups.map(({ change }) => change)).toEqual(['same', 'same', 'same']);
});

test('after changes and a sync it is told what differs from the hand-over', async () => {
  const [vpn, duo, staff] = ['VPN', 'Two Janes', 'Only Guests'].map(findGroup);
  const [jane = ''] = peopleOf(duo?.id ?? '').people;
  const [guest = ''] = peopleOf(staff?.id ?? '').people;
  const at = practice.clock.now();
  applyMutation(directory, { type: 'removeMember', group: duo?.id ?? '', member: jane });
  applyMutation(directory, { type: 'addMember', group: duo?.id ?? '', member: guest });
  applyMutation(directory, { type: 'remove', id: vpn?.id ?? '', at });
  await host.sync(tenantId);
  await host.policies.mark({ tenantId, groupId: staff?.id ?? '', label: 'MFA' });
  const since = await host.policies.sinceHandOver({ tenantId, limit: 200 });
  expect(since?.groups).toMatchObject([
    { id: staff?.id, label: 'MFA', change: 'marked', added: 2, removed: 0 },
    { displayName: 'Board (hidden members)', change: 'same' },
    {
      id: duo?.id,
      change: 'people',
      peopleAdded: [{ id: guest }],
      peopleRemoved: [{ id: jane, displayName: 'Jane Smith' }],
    },
    { id: vpn?.id, displayName: 'VPN', change: 'gone', added: 0 },
  ]);
  const { groups } = await host.policies.overview(tenantId);
  expect(groups.find(({ groupId }) => groupId === vpn?.id)).toMatchObject({
    displayName: 'VPN',
    group: null,
    people: 0,
    findings: [{ kind: 'gone', count: null }],
  });
  const handOver = await host.policies.handOver(tenantId);
  const lost = { id: vpn?.id, displayName: 'VPN', gone: true, complete: false, people: 0 };
  expect(handOver.groups).toContainEqual(expect.objectContaining(lost));
  await expect(
    host.policies.mark({ tenantId, groupId: vpn?.id ?? '', label: 'VPN' }),
  ).rejects.toMatchObject({ code: 'group.unknown' });
});
