import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createDirectorySyncs,
  group,
  idOf,
  ref,
  user,
} from '../../../../../test/support/directory-syncs.ts';
import { openStoreHere } from '../../open-store-here.ts';

const people = Array.from({ length: 7 }, (_, index) => `p${index}`);
const groups = Array.from({ length: 6 }, (_, index) => `g${index}`);

/** Members of each group by word: people and groups, including itself and cycles. */
const tenants = fc.record({
  members: fc.tuple(...groups.map(() => fc.subarray([...people, ...groups]))),
  marked: fc.subarray(groups),
});

/** The people of a group, found by following its members, each group once. */
function naivePeople(members: ReadonlyMap<string, readonly string[]>, word: string): Set<string> {
  const inside = new Set([word]);
  const found = new Set<string>();
  for (const one of inside) {
    for (const member of members.get(one) ?? []) {
      if (people.includes(member)) found.add(member);
      else inside.add(member);
    }
  }
  return found;
}

test('who is in none and who in several is what a plain reading says, of any nesting', async () => {
  await fc.assert(
    fc.asyncProperty(tenants, async ({ members, marked }) => {
      const folder = mkdtempSync(join(tmpdir(), 'evergrant-coverage-'));
      const store = openStoreHere({ path: folder, key: new Uint8Array(32).fill(9) });
      try {
        const tenantId = idOf('tenant');
        const typeOf = (word: string) => (people.includes(word) ? 'user' : 'group');
        await createDirectorySyncs(
          store,
          tenantId,
        )({
          users: people.map((word) => user(word)),
          groups: groups.map((word, place) =>
            group(
              word,
              (members[place] ?? []).map((member) => ref(member, typeOf(member))),
            ),
          ),
        });
        const listed = new Map(groups.map((word, place) => [word, members[place] ?? []]));
        const inside = marked.map((word) => naivePeople(listed, word));
        const times = (person: string) => inside.filter((its) => its.has(person)).length;
        const ids = marked.map(idOf);
        const { people: counts, groups: read } = await store.policies.overview(tenantId, ids);
        expect(read.map(({ found }) => found?.people)).toEqual(inside.map((its) => its.size));
        expect(counts).toEqual({
          inOne: people.filter((person) => times(person) > 0).length,
          inNone: people.filter((person) => times(person) === 0).length,
          inSeveral: people.filter((person) => times(person) > 1).length,
        });
        const window = { tenantId, search: '', offset: 0, limit: 50 };
        const none = await store.policies.people({ ...window, coverage: 'none' }, ids);
        const several = await store.policies.people({ ...window, coverage: 'several' }, ids);
        expect(none.rows.map(({ person }) => person.displayName)).toEqual(
          people.filter((person) => times(person) === 0),
        );
        expect(
          several.rows.map(({ person, groups: its }) => [
            person.displayName,
            ...its.map(({ displayName }) => displayName),
          ]),
        ).toEqual(
          people
            .filter((person) => times(person) > 1)
            .map((person) => [person, ...marked.filter((_, place) => inside[place]?.has(person))]),
        );
      } finally {
        await store.close();
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: 40 },
  );
});
