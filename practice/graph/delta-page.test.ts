import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPracticeGraph } from '../../test/support/practice-graph.ts';
import type { GraphBody, GraphObject, PracticeGraph } from '../../test/support/practice-graph.ts';

let graph: PracticeGraph;

beforeEach(async () => {
  graph = await startPracticeGraph({ largeGroups: 500, largeMemberships: 6000 });
});

afterEach(() => graph.close());

const deltaLink = (pages: readonly GraphBody[]): string => pages.at(-1)?.['@odata.deltaLink'] ?? '';
const values = (pages: readonly GraphBody[]): GraphObject[] => pages.flatMap((page) => page.value);

async function round(link: string) {
  const pages = await graph.pages('odd', link);
  return { items: values(pages), link: deltaLink(pages) };
}

function group(displayName: string): string {
  const { directory } = graph.tenant('odd');
  return directory.toSnapshot().objects.find((one) => one.displayName === displayName)?.id ?? '';
}

describe('what clients must bear', () => {
  const merged = (pages: readonly GraphBody[]): Map<string, string[]> => {
    const all = new Map<string, string[]>();
    for (const one of values(pages)) {
      const members = (one['members@delta'] ?? []).map((member) => member.id);
      all.set(one.id, [...new Set([...(all.get(one.id) ?? []), ...members])].toSorted());
    }
    return all;
  };

  it('is an order of its own, large groups in pieces far from each other', async () => {
    const plain = await graph.pages('large', 'groups/delta?$select=displayName');
    const whole = merged(await graph.pages('large', 'groups/delta'));
    graph.faults.set({
      pageSizes: { deltaGroups: 40, deltaMembers: 300 },
      delta: { order: 'scattered', membersAtATime: 25 },
    });
    const pages = await graph.pages('large', 'groups/delta');
    const ids = values(pages).map((one) => one.id);
    expect(ids.slice(0, 40)).not.toEqual(
      values(plain)
        .slice(0, 40)
        .map((one) => one.id),
    );
    expect(merged(pages)).toEqual(whole);
    const large = ids.find((id) => (whole.get(id)?.length ?? 0) > 25) ?? '';
    const pagesWith = pages.flatMap((page, at) =>
      page.value.some((one) => one.id === large) ? [at] : [],
    );
    expect((pagesWith.at(-1) ?? 0) - (pagesWith[0] ?? 0)).toBeGreaterThan(1);
  });

  it('is an object that is told twice, and one that is gone before it was ever told', async () => {
    graph.faults.set({ delta: { repeatEvery: 2, removedAtFirst: true } });
    graph.tenant('odd').directory.remove(group('VPN'), graph.clock.now());
    const { items } = await round('groups/delta?$select=displayName');
    expect(items[1]).toEqual(items[2]);
    expect(items).toContainEqual({ id: group('VPN'), '@removed': { reason: 'deleted' } });
  });

  it('is a change that is told again, and one that comes late', async () => {
    const { directory } = graph.tenant('odd');
    const names = async (link: string) => {
      const { items, link: next } = await round(link);
      return { next, names: items.map((one) => one['displayName']) };
    };
    const { link } = await round('groups/delta?$select=displayName');
    directory.changeGroup(group('VPN'), { displayName: 'First' });
    directory.changeGroup(group('Sales'), { displayName: 'Second' });
    graph.faults.set({ delta: { late: 1 } });
    const early = await names(link);
    expect(early.names).toEqual(['First']);
    const late = await names(early.next);
    expect(late.names).toEqual([]);
    graph.faults.set({});
    const last = await names(late.next);
    expect(last.names).toEqual(['Second']);
    graph.faults.set({ delta: { replayed: 2 } });
    expect((await names(last.next)).names.toSorted()).toEqual(['First', 'Second']);
  });
});
