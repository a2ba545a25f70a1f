import { isDefinedError, safe } from '@orpc/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEngineHost } from '../support/engine-host.ts';
import type { EngineHost } from '../support/engine-host.ts';

const clientId = '22222222-0000-4000-8000-000000000000';
const secret = { kind: 'secret', value: 'not-a-word-of-this-leaves' } as const;

let host: EngineHost;
beforeEach(async () => {
  host = await startEngineHost();
});
afterEach(() => host.dispose());

test('what was added is there after a restart, and no credential leaves', async () => {
  const added = await host.client.profiles.add({
    name: 'Connector',
    clientId: clientId.toUpperCase(),
    cloud: { kind: 'global' },
    credential: secret,
  });
  expect(added).toMatchObject({ clientId, credential: { kind: 'secret' } });
  host = await host.restart();
  const list = await host.client.profiles.list();
  expect(list).toEqual([added]);
  const activity = await host.client.activity.list({});
  expect(activity.map(({ action }) => action)).toEqual(['profileAdded']);
  expect(JSON.stringify([list, activity])).not.toContain(secret.value);
});

test('an expected failure arrives as its code, a bug as nothing but the fact', async () => {
  const refused = await safe(
    host.client.profiles.add({
      name: 'Writer',
      clientId,
      cloud: { kind: 'global' },
      requiredPermissions: [{ id: '19dbc75e-c2e2-444c-a770-ec69d8559fc7', type: 'application' }],
    }),
  );
  expect(isDefinedError(refused.error) && refused.error.data).toEqual({
    code: 'profile.permissionMayWrite',
    params: { permissions: 'Directory.ReadWrite.All' },
    retry: 'never',
  });
  await host.dispose();
  const broken = await safe(host.client.profiles.list());
  expect(broken.error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
  expect(JSON.stringify(broken.error)).not.toMatch(/database|thread|store/i);
  host = await startEngineHost();
});

test('a customer that nobody knows is said to be unknown', async () => {
  const { error } = await safe(host.client.tenants.get({ tenantId: clientId }));
  expect(isDefinedError(error) && error.data.code).toBe('tenant.unknown');
});

test('changes arrive until the listener leaves, each listener for itself', async () => {
  const leaving = new AbortController();
  const changes = await host.client.changes(undefined, { signal: leaving.signal });
  const other = await host.client.changes();
  const first = changes.next();
  const firstOfOther = other.next();
  await host.client.profiles.add({ name: 'Connector', clientId, cloud: { kind: 'global' } });
  expect((await first).value).toMatchObject({ topic: 'activity' });
  expect((await changes.next()).value).toEqual({ topic: 'profiles', tenantId: null });
  expect((await firstOfOther).value).toMatchObject({ topic: 'activity' });
  leaving.abort();
  await expect(changes.next()).resolves.toMatchObject({ done: true });
  await other.return?.(undefined);
});
