import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPracticeGraph } from '../../test/support/practice-graph.ts';
import type {
  AskOptions,
  GraphBody,
  GraphObject,
  PracticeGraph,
} from '../../test/support/practice-graph.ts';

const day = 24 * 60 * 60 * 1000;
let graph: PracticeGraph;

beforeEach(async () => {
  graph = await startPracticeGraph({ largeGroups: 500, largeMemberships: 6000 });
});

afterEach(() => graph.close());

const deltaLink = (pages: readonly GraphBody[]): string => pages.at(-1)?.['@odata.deltaLink'] ?? '';
const values = (pages: readonly GraphBody[]): GraphObject[] => pages.flatMap((page) => page.value);

async function round(link: string, options: AskOptions = {}) {
  const pages = await graph.pages('odd', link, options);
  return { items: values(pages), link: deltaLink(pages) };
}

function group(displayName: string): string {
  const { directory } = graph.tenant('odd');
  return directory.toSnapshot().objects.find((one) => one.displayName === displayName)?.id ?? '';
}

describe('the first round of groups/delta', () => {
  it('gives every group and every membership, at most 200 groups a page', async () => {
    const pages = await graph.pages('large', 'groups/delta');
    expect(pages.map((page) => page.value.length)).toEqual([200, 200, 100]);
    const references = values(pages).flatMap((one) => one['members@delta'] ?? []);
    expect(references).toHaveLength(6000);
    expect(references[0]).toEqual({
      '@odata.type': '#microsoft.graph.user',
      id: expect.any(String),
    });
    expect(values(pages).some((one) => one['members@delta'] === undefined)).toBe(true);
  });

  it('splits a group over pages when the member references run out', async () => {
    graph.faults.set({ pageSizes: { deltaMembers: 50 } });
    const pages = await graph.pages('large', 'groups/delta?$select=displayName,members');
    const merged = new Map<string, Set<string>>();
    for (const one of values(pages)) {
      const members = merged.get(one.id) ?? new Set();
      for (const member of one['members@delta'] ?? []) members.add(member.id);
      merged.set(one.id, members);
    }
    expect(values(pages).length).toBeGreaterThan(merged.size);
    const { directory } = graph.tenant('large');
    expect([...merged.values()].reduce((sum, one) => sum + one.size, 0)).toBe(6000);
    expect(merged.size).toBe(directory.count('group'));
  });

  it('leaves members out when $select does, and hidden memberships always', async () => {
    const { items } = await round('groups/delta?$select=displayName');
    expect(items.every((one) => one['members@delta'] === undefined)).toBe(true);
    const whole = await round('groups/delta');
    const board = whole.items.find((one) => one.id === group('Board (hidden members)'));
    expect(board).toBeDefined();
    expect(board?.['members@delta']).toBeUndefined();
  });
});

describe('later rounds', () => {
  it('have nothing to tell when nothing happened', async () => {
    const first = await round('groups/delta');
    expect((await round(first.link)).items).toEqual([]);
  });

  it('tell members that came and went, groups that were renamed, added and removed', async () => {
    const { directory } = graph.tenant('odd');
    const { link } = await round('groups/delta?$select=displayName,members');
    const jane = directory.user('jane.okafor@quillfeather.example')?.id ?? '';
    const [sales, vpn, team] = [group('Sales'), group('VPN'), group('Sales Team')];
    directory.removeMember(sales, jane);
    directory.addMember(vpn, jane);
    directory.changeGroup(vpn, { displayName: 'VPN users' });
    directory.remove(group('Backup Operators'), graph.clock.now());
    directory.remove(team, graph.clock.now());
    directory.addGroup({ id: 'new', displayName: 'New', createdAt: graph.clock.now() });
    const { items } = await round(link);
    const reason = Object.fromEntries(
      items.flatMap((one) => (one['@removed'] ? [[one.id, one['@removed'].reason]] : [])),
    );
    expect(Object.values(reason).toSorted()).toEqual(['changed', 'deleted']);
    expect(reason[team]).toBe('changed');
    expect(items.find((one) => one.id === sales)).toEqual({
      id: sales,
      displayName: 'Sales',
      'members@delta': [
        { '@odata.type': '#microsoft.graph.user', id: jane, '@removed': { reason: 'deleted' } },
      ],
    });
    expect(items.find((one) => one.id === vpn)).toEqual({
      id: vpn,
      displayName: 'VPN users',
      'members@delta': [{ '@odata.type': '#microsoft.graph.user', id: jane }],
    });
    expect(items.find((one) => one.id === 'new')).toEqual({ id: 'new', displayName: 'New' });
  });

  it('tell only what changed when asked for the minimum, and emptied properties as null', async () => {
    const { link } = await round('groups/delta');
    graph.tenant('odd').directory.changeGroup(group('VPN'), { description: null });
    const { items } = await round(link, { headers: { Prefer: 'return=minimal' } });
    expect(items).toEqual([{ id: group('VPN'), description: null }]);
  });

  it('tell no change of a property that was not selected', async () => {
    const { link } = await round('groups/delta?$select=mail');
    graph.tenant('odd').directory.changeGroup(group('VPN'), { displayName: 'Other' });
    expect((await round(link)).items).toEqual([]);
  });

  it('keep soft-deleted people in groups until they are deleted for ever', async () => {
    const { directory } = graph.tenant('odd');
    const jane = directory.user('jane.okafor@quillfeather.example')?.id ?? '';
    const [groups, users] = [await round('groups/delta'), await round('users/delta')];
    directory.remove(jane, graph.clock.now());
    expect((await round(groups.link)).items).toEqual([]);
    const afterwards = await round(users.link);
    expect(afterwards.items).toEqual([{ id: jane, '@removed': { reason: 'changed' } }]);
    directory.purge(jane, graph.clock.now());
    expect((await round(users.link)).items).toEqual([
      { id: jane, '@removed': { reason: 'deleted' } },
    ]);
    const removals = (await round(groups.link)).items.flatMap((one) => one['members@delta'] ?? []);
    expect(removals.length).toBeGreaterThan(1);
    expect(new Set(removals.map((one) => one['@removed']?.reason))).toEqual(new Set(['deleted']));
  });

  it('answer the same again when a link is used twice', async () => {
    const { link } = await round('users/delta?$select=displayName');
    graph.tenant('odd').directory.addUser({
      id: 'late',
      displayName: 'Late',
      userPrincipalName: 'late@quillfeather.example',
      createdAt: graph.clock.now(),
    });
    const once = await round(link);
    expect(once.items).toEqual([{ id: 'late', displayName: 'Late' }]);
    expect((await round(link)).items).toEqual(once.items);
    expect((await round(once.link)).items).toEqual([]);
  });
});

describe('delta links', () => {
  it('can start from now with a choice of properties', async () => {
    const { link } = await round('groups/delta?$select=displayName&$deltatoken=latest');
    const { directory } = graph.tenant('odd');
    directory.changeGroup(group('VPN'), { description: 'Told to nobody' });
    directory.changeGroup(group('Sales'), { displayName: 'Other', description: 'Not told' });
    expect((await round(link)).items).toEqual([{ id: group('Other'), displayName: 'Other' }]);
  });

  it('can start from now', async () => {
    const { items, link } = await round('groups/delta?$deltatoken=latest');
    expect(items).toEqual([]);
    graph.tenant('odd').directory.changeGroup(group('VPN'), { displayName: 'Other' });
    expect((await round(link)).items.map((one) => one['displayName'])).toEqual(['Other']);
  });

  it('live for seven days', async () => {
    const { link } = await round('groups/delta');
    graph.clock.advance(7 * day);
    expect((await graph.ask('odd', link)).status).toBe(200);
    graph.clock.advance(1);
    const late = await graph.ask('odd', link);
    expect([late.status, late.body.error.code]).toEqual([400, 'syncStateNotFound']);
  });

  it('answer 410 with a new start when the server has lost track', async () => {
    const { link } = await round('groups/delta');
    const { directory } = graph.tenant('odd');
    directory.changeGroup(group('VPN'), { displayName: 'Other' });
    directory.forgetChanges();
    const gone = await graph.ask('odd', link);
    expect([gone.status, gone.body.error.code]).toEqual([410, 'resyncRequired']);
    const again = await round(gone.headers.get('location') ?? '');
    expect(again.items.length).toBe(directory.count('group'));
  });

  it('answer 410 in the middle of a round as well', async () => {
    const { link } = await round('groups/delta');
    const { directory } = graph.tenant('odd');
    graph.faults.set({ pageSizes: { deltaGroups: 1 } });
    directory.changeGroup(group('VPN'), { displayName: 'Other' });
    directory.changeGroup(group('Sales'), { displayName: 'Another' });
    const { body } = await graph.ask('odd', link);
    directory.forgetChanges();
    expect((await graph.ask('odd', body['@odata.nextLink'] ?? '')).status).toBe(410);
  });

  it.each([
    'groups/delta?$top=5',
    'groups/delta?$expand=members',
    'groups/delta?$orderby=displayName',
    "groups/delta?$filter=displayName eq 'x'",
    'groups/delta?$select=colour',
    'groups/delta?$deltatoken=nonsense',
  ])('refuse %s', async (path) => {
    expect((await graph.ask('odd', path)).status).toBe(400);
  });

  it('follow up to fifty objects by id', async () => {
    const [sales, vpn] = [group('Sales'), group('VPN')];
    const { items } = await round(`groups/delta?$filter=id eq '${sales}' or id eq '${vpn}'`);
    expect(items.map((one) => one.id).toSorted()).toEqual([sales, vpn].toSorted());
  });
});
