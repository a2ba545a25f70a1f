import { expect, test } from 'vitest';
import { keys, staleKeys } from './queries.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
const other = '22222222-2222-4222-8222-222222222222';

const covers = (stale: readonly (readonly unknown[])[], key: readonly unknown[]) =>
  stale.some((prefix) => prefix.every((part, index) => key[index] === part));

test('a grant that changed leaves the list and every page of the others alone', () => {
  const stale = staleKeys({ topic: 'grants', tenantId });
  expect(covers(stale, keys.diagnosis(tenantId))).toBe(true);
  expect(covers(stale, keys.tenants())).toBe(false);
  expect(covers(stale, keys.connection(other))).toBe(false);
});

test('grants that changed in another process refresh the list and every page', () => {
  const stale = staleKeys({ topic: 'grants', tenantId: null });
  for (const key of [keys.tenants(), keys.connection(tenantId), keys.diagnosis(other)]) {
    expect(covers(stale, key)).toBe(true);
  }
});

test('when the network comes or goes, every status is asked for again: stale green depends on it', () => {
  const stale = staleKeys({ topic: 'network', tenantId: null });
  for (const key of [keys.host(), keys.tenants(), keys.connection(tenantId)]) {
    expect(covers(stale, key)).toBe(true);
  }
});

test('a new directory refreshes groups, members and people', () => {
  const stale = staleKeys({ topic: 'directory', tenantId });
  for (const key of [keys.groups({}, 0), keys.members({}, 0), keys.people({}, 0)]) {
    expect(covers(stale, key)).toBe(true);
  }
});

test('a mark that changed refreshes the policies of its customer alone', () => {
  const stale = staleKeys({ topic: 'policies', tenantId });
  for (const key of [
    keys.policies(tenantId),
    keys.coverage({ tenantId }, 0),
    keys.sinceHandOver(tenantId),
  ]) {
    expect(covers(stale, key)).toBe(true);
  }
  expect(covers(stale, keys.policies(other))).toBe(false);
});

test('a new directory also asks again whether policies can rely on their groups, and for every way to a group', () => {
  const stale = staleKeys({ topic: 'directory', tenantId });
  expect(covers(stale, keys.policies(tenantId))).toBe(true);
  expect(covers(stale, keys.ways(tenantId, other, other))).toBe(true);
});
