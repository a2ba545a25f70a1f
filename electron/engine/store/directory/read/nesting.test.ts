import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createDirectorySyncs,
  group,
  idOf,
  ref,
  user,
} from '../../../../../test/support/directory-syncs.ts';
import {
  naiveDistances,
  naivePeople,
  naiveWays,
  shownMembers,
  smallTenant,
  wholeContent,
} from '../../../../../test/support/random-directory.ts';
import { openStoreHere } from '../../open-store-here.ts';
import type { Store } from '../../store.ts';

let folder: string;
let store: Store;
let tenants = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evergrant-nesting-'));
  store = openStoreHere({ path: folder, key: new Uint8Array(32).fill(3) });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Creates a tenant and syncs it once. */
async function synced(content: Parameters<ReturnType<typeof createDirectorySyncs>>[0]) {
  tenants += 1;
  const tenantId = idOf(`t${tenants}`);
  await createDirectorySyncs(store, tenantId)(content);
  return tenantId;
}
const nested = (word: string): object => ref(word, 'group');
const pathsOf = async (tenantId: string, person: string, to: string, limit = 50) => {
  const found = await store.people.paths({
    tenantId,
    personId: idOf(person),
    groupId: idOf(to),
    limit,
  });
  if (typeof found === 'string') return found;
  return { more: found.more, ways: found.paths.map((way) => way.map((step) => step.displayName)) };
};

test('every way from a person to a group is told, the shortest first, by name among equals', async () => {
  const tenantId = await synced({
    users: [user('jane')],
    groups: [
      group('sales', [ref('jane'), nested('vpn')]),
      group('emea', [ref('jane'), nested('sales')]),
      group('all', [nested('emea')]),
      group('vpn', [nested('sales'), nested('all'), nested('emea')]),
    ],
  });
  expect(await pathsOf(tenantId, 'jane', 'vpn')).toEqual({
    more: false,
    ways: [
      ['emea', 'vpn'],
      ['sales', 'vpn'],
      ['emea', 'all', 'vpn'],
      ['sales', 'emea', 'vpn'],
      ['sales', 'emea', 'all', 'vpn'],
    ],
  });
  expect(await pathsOf(tenantId, 'jane', 'vpn', 2)).toMatchObject({
    more: true,
    ways: { length: 2 },
  });
  expect(await pathsOf(tenantId, 'jane', 'nothing')).toBe('noGroup');
  expect(await pathsOf(tenantId, 'nobody', 'vpn')).toBe('noPerson');
});

test('a person who is not in a group has no way to it', async () => {
  const tenantId = await synced({ users: [user('jane')], groups: [group('vpn')] });
  expect(await pathsOf(tenantId, 'jane', 'vpn')).toEqual({ more: false, ways: [] });
});

test('more ways than anybody could read are cut off, however many there are', async () => {
  const layers = Array.from({ length: 40 }, (_, layer) => [`a${layer}`, `b${layer}`]);
  const groups = layers.flatMap((words, layer) =>
    words.map((word) => group(word, (layers[layer - 1] ?? []).map(nested))),
  );
  groups.push(group('a0', [ref('jane')]), group('b0', [ref('jane')]));
  const tenantId = await synced({ users: [user('jane')], groups });
  expect(await pathsOf(tenantId, 'jane', 'a39', 200)).toMatchObject({
    more: true,
    ways: { length: 200 },
  });
});

test('the picture of nesting has the groups above and below, with a level and every edge', async () => {
  const tenantId = await synced({
    groups: [
      group('sales', [nested('emea')]),
      group('emea', [nested('paris')]),
      group('paris'),
      group('vpn', [nested('sales'), nested('emea')]),
      group('apart', [nested('paris')]),
    ],
  });
  const found = await store.groups.nesting(tenantId, idOf('emea'));
  expect(found?.nodes.map((node) => [node.group.displayName, node.level])).toEqual([
    ['emea', 0],
    ['sales', -1],
    ['vpn', -1],
    ['paris', 1],
  ]);
  const edge = (from: string, to: string) => ({ from: idOf(from), to: idOf(to) });
  expect(found?.edges).toHaveLength(4);
  expect(found?.edges).toEqual(
    expect.arrayContaining([
      edge('sales', 'emea'),
      edge('vpn', 'emea'),
      edge('vpn', 'sales'),
      edge('emea', 'paris'),
    ]),
  );
  expect(found?.more).toBe(false);
  expect(await store.groups.nesting(tenantId, idOf('nothing'))).toBe(null);
});

test('a picture that would be too large ends, and says so', async () => {
  const words = Array.from({ length: 250 }, (_, place) => `n${place}`);
  const tenantId = await synced({
    groups: [group('top', words.map(nested)), ...words.map((word) => group(word))],
  });
  const found = await store.groups.nesting(tenantId, idOf('top'));
  expect([found?.nodes.length, found?.edges.length, found?.more]).toEqual([200, 199, true]);
});

test('members, groups, ways and pictures are those of a plain reading, whatever the nesting', async () => {
  await fc.assert(
    fc.asyncProperty(smallTenant, async (tenant) => {
      const tenantId = await synced(wholeContent(tenant));
      const words = [...tenant.groups.keys()];
      for (const word of words) {
        const found = await store.groups.members({
          tenantId,
          groupId: idOf(word),
          scope: 'effective',
          search: '',
          offset: 0,
          limit: 50,
        });
        const people = naivePeople(tenant, word).map(idOf);
        expect(found?.rows.map(({ id }) => id).sort()).toEqual(people.sort());
        expect(await store.groups.get(tenantId, idOf(word))).toMatchObject({
          effectiveMembers: people.length,
          directMembers: shownMembers(tenant, word).length,
        });

        const picture = await store.groups.nesting(tenantId, idOf(word));
        const levels = naiveDistances(tenant, word);
        expect(new Map(picture?.nodes.map(({ group: { id }, level }) => [id, level]))).toEqual(
          new Map([...levels].map(([other, level]) => [idOf(other), level])),
        );
        const edges = [...levels.keys()].flatMap((from) =>
          shownMembers(tenant, from)
            .filter((to) => levels.has(to))
            .map((to) => `${idOf(from)}>${idOf(to)}`),
        );
        expect(picture?.edges.map(({ from, to }) => `${from}>${to}`).sort()).toEqual(edges.sort());
      }
      for (const person of tenant.people.keys()) {
        const ways = new Map(words.map((word) => [word, naiveWays(tenant, person, word)]));
        const found = await store.people.groups(tenantId, idOf(person));
        const groups = [...ways].filter(([, all]) => all.length > 0);
        expect(found?.groups.map(({ group: { id } }) => id).sort()).toEqual(
          groups.map(([word]) => idOf(word)).sort(),
        );
        for (const [word, all] of ways) {
          const asked = { tenantId, personId: idOf(person), groupId: idOf(word), limit: 1000 };
          const told = await store.people.paths(asked);
          if (typeof told === 'string') throw new Error(told);
          const paths = told.paths.map((way) => way.map(({ id }) => id));
          const lengths = paths.map(({ length }) => length);
          expect(told.more).toBe(false);
          expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
          expect(paths.map(String).sort()).toEqual(all.map((way) => String(way.map(idOf))).sort());
          const shortest = found?.groups.find(({ group: { id } }) => id === idOf(word));
          expect(shortest?.path.length).toBe(lengths[0]);
          if (!shortest) continue;
          expect(paths.map(String)).toContain(String(shortest.path.map(({ id }) => id)));
          expect(shortest.direct).toBe(lengths[0] === 1);
        }
      }
    }),
    { numRuns: 40 },
  );
});
