import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { applyMutation } from '../../practice/world/directory-mutations.ts';
import type { DirectoryMutation } from '../../practice/world/directory-mutations.ts';
import type { DirectoryHost } from '../support/directory-host.ts';
import { createJumpingClock } from '../support/jumping-clock.ts';
import { startProxiedGraph } from '../support/proxied-graph.ts';
import type { ProxiedGraph } from '../support/proxied-graph.ts';

const minute = 60_000;
let graph: ProxiedGraph;
let host: DirectoryHost;

beforeAll(async () => {
  graph = await startProxiedGraph();
});
afterAll(() => graph?.close());
afterEach(() => host?.dispose());

const change = (mutation: DirectoryMutation): void =>
  applyMutation(graph.practice.tenant('large').directory, mutation);
const addUser = (at: number): string => {
  const id = randomUUID();
  const userPrincipalName = `${id.slice(0, 8)}@fabrikam.example`;
  change({ type: 'addUser', id, userPrincipalName, displayName: 'New here', at });
  return id;
};

describe.each([-10, 10])('a computer whose clock is %i minutes from Microsoft’s', (minutes) => {
  /** A sync whose members come from lists, which skip soft-deleted people. */
  async function syncByLists(before: (now: number) => void = () => undefined): Promise<string> {
    const { practice } = graph;
    const away = practice.clock.now() - Date.now() + minutes * minute;
    host = await graph.begin({ clock: createJumpingClock(() => Date.now() + away) });
    before(practice.clock.now());
    const slow = { endpoint: 'groups/delta', milliseconds: 400 };
    practice.faults.set({ latency: { endpoints: [slow] }, pageSizes: { deltaGroups: 10 } });
    const { tenantId } = practice.tenant('large');
    expect(await host.sync(tenantId, 'full')).toMatchObject({ membershipsBy: 'lists' });
    practice.faults.reset();
    return tenantId;
  }

  test('reads who is new by a delta', async () => {
    const tenantId = await syncByLists();
    graph.practice.clock.advance(minute);
    addUser(graph.practice.clock.now());
    expect(await host.sync(tenantId)).toMatchObject({ state: 'finished', mode: 'delta' });
  });

  test('reads everything when somebody comes back whom lists had left out', async () => {
    let id = '';
    const tenantId = await syncByLists((now) => {
      id = addUser(now - 5 * minute);
      change({ type: 'remove', id, at: now });
    });
    change({ type: 'restore', id });
    expect(await host.sync(tenantId)).toMatchObject({ state: 'finished', mode: 'full' });
  });
});
