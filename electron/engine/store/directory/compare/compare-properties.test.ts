import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDirectorySyncs, idOf } from '../../../../../test/support/directory-syncs.ts';
import {
  changedContent,
  shownMemberships,
  smallTenant,
  wholeContent,
} from '../../../../../test/support/random-directory.ts';
import type { SmallTenant } from '../../../../../test/support/random-directory.ts';
import type { ComparedSyncs } from '../../../../contract/comparison.ts';
import { openStoreHere } from '../../open-store-here.ts';
import type { Store } from '../../store.ts';

const window = { search: '', change: null, offset: 0, limit: 200 } as const;
let folder: string;
let store: Store;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evergrant-applied-'));
  store = openStoreHere({ path: folder, key: new Uint8Array(32).fill(3) });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that a comparison covers, by id. */
function picture(tenant: SmallTenant) {
  return {
    people: new Map(
      [...tenant.people].map(([word, { name, jobTitle }]) => [idOf(word), `${name} ${jobTitle}`]),
    ),
    groups: new Map(
      [...tenant.groups].map(([word, { name, description }]) => [
        idOf(word),
        `${name} ${description}`,
      ]),
    ),
    memberships: new Set(shownMemberships(tenant)),
  };
}

/** The picture of one tenant after applying the differences of two syncs. */
async function applied(compared: ComparedSyncs, before: SmallTenant) {
  const { comparisons } = store;
  const at = picture(before);
  const asked = { ...window, ...compared };
  const people = await comparisons.people(asked);
  const groups = await comparisons.groups(asked);
  const memberships = await comparisons.memberships(asked);
  for (const { id, before: old, after } of people?.rows ?? []) {
    expect(at.people.get(id)).toBe(old ? `${old.displayName} ${old.jobTitle}` : undefined);
    if (after) at.people.set(id, `${after.displayName} ${after.jobTitle}`);
    else at.people.delete(id);
  }
  for (const { id, before: old, after } of groups?.rows ?? []) {
    expect(at.groups.get(id)).toBe(old ? `${old.displayName} ${old.description}` : undefined);
    if (after) at.groups.set(id, `${after.displayName} ${after.description}`);
    else at.groups.delete(id);
  }
  for (const { change, group, member } of memberships?.rows ?? []) {
    const pair = `${group.id}>${member.id}`;
    expect([pair, at.memberships.has(pair)]).toEqual([pair, change === 'removed']);
    if (change === 'added') at.memberships.add(pair);
    else at.memberships.delete(pair);
  }
  const { summary } = (await comparisons.summary(compared)) ?? {};
  const total = (counts: object = {}) =>
    Object.values(counts).reduce((sum: number, count) => sum + Number(count), 0);
  expect(total(summary?.people)).toBe(people?.total);
  expect(total(summary?.groups)).toBe(groups?.total);
  expect(total(summary?.memberships)).toBe(memberships?.total);
  return at;
}

test('what a comparison says, applied to the older of any two syncs, gives the newer', async () => {
  let tenants = 0;
  const syncs = fc.array(fc.record({ tenant: smallTenant, full: fc.boolean() }), {
    minLength: 2,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(syncs, async (history) => {
      tenants += 1;
      const tenantId = idOf(`t${tenants}`);
      const sync = createDirectorySyncs(store, tenantId);
      const ids: string[] = [];
      for (const [place, { tenant, full }] of history.entries()) {
        const before = history[place - 1]?.tenant;
        const content = before && !full ? changedContent(before, tenant) : wholeContent(tenant);
        ids.push((await sync(content, before && !full ? 'delta' : 'full')).id);
      }
      for (const [older, from] of ids.entries()) {
        for (const [newer, to] of ids.entries()) {
          const [before, after] = [history[older]?.tenant, history[newer]?.tenant];
          if (newer < older || !before || !after) continue;
          expect(await applied({ tenantId, from, to }, before)).toEqual(picture(after));
        }
      }
    }),
    { numRuns: 40 },
  );
});
