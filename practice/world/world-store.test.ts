import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCustomers } from '../customers/create-customers.ts';
import { deletePrincipal } from './principals.ts';
import type { PracticeTenant } from './types.ts';
import { openWorld } from './world-store.ts';
import type { WorldOptions, WorldStore } from './world-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evergrant-world-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open(options: Partial<WorldOptions> = {}): WorldStore {
  return openWorld({
    folder,
    systemNow: () => 1_800_000_000_000,
    largeGroups: 20,
    makeCustomers: createCustomers,
    furnish: () => undefined,
    ...options,
  });
}

function tenant(store: WorldStore, key: string): PracticeTenant {
  const found = [...store.world.tenants.values()].find((one) => one.key === key);
  if (found === undefined) throw new Error(`no tenant ${key}`);
  return found;
}

describe('The world of a state folder', () => {
  it('is the same after a restart, with every change that was made', () => {
    const before = open();
    const healthy = tenant(before, 'healthy');
    const principal = healthy.servicePrincipals.at(-1);
    before.change(() => deletePrincipal(healthy, principal?.objectId ?? '', before.clock.now()));
    const id = '11111111-1111-4111-8111-111111111111';
    before.mutateDirectory(healthy, { type: 'addGroup', id, displayName: 'Night shift', at: 5 });
    before.advance(60_000);

    const after = open({ largeGroups: undefined });

    const again = tenant(after, 'healthy');
    expect(after.clock.now()).toBe(before.clock.now());
    expect({ ...again, directory: null }).toEqual({ ...healthy, directory: null });
    expect(again.directory.toSnapshot()).toEqual(healthy.directory.toSnapshot());
    expect(again.directory.byId(id)).toMatchObject({ displayName: 'Night shift' });
  });

  it('goes back to the seed on reset, in the same object', () => {
    const store = open();
    const ids = [...store.world.tenants.keys()];
    tenant(store, 'healthy').domains.splice(0);
    store.world.settings.consentShape = 'accessDenied';
    store.reset();
    expect([...store.world.tenants.keys()]).toEqual(ids);
    expect(tenant(store, 'healthy').domains).toHaveLength(2);
    expect(store.world.settings.consentShape).toBe('consentRequired');
  });

  it('refuses other options than it was made with, and says what to do', () => {
    open({ seed: 7 });
    expect(() => open({ seed: 8 })).toThrow(/made with seed 7, not 8.*--state/);
  });

  it('is readable by its owner alone', () => {
    open();
    expect(statSync(join(folder, 'world.json')).mode & 0o077).toBe(0);
  });
});
