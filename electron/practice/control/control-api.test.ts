import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FaultStore } from '../faults/fault-store.ts';
import { ThrottleStore } from '../throttle/throttle-store.ts';
import { openWorld } from '../world/world-store.ts';
import { createControlApi } from './control-api.ts';
import { createRequestLog } from './request-log.ts';

function cloud() {
  const store = openWorld({
    folder: mkdtempSync(join(tmpdir(), 'evergrant-control-')),
    systemNow: () => Date.UTC(2026, 0, 1),
    seed: 7,
    largeGroups: 50,
    largeMemberships: 200,
    furnish: () => undefined,
  });
  const revoked: string[] = [];
  const api = createControlApi({
    store,
    faults: new FaultStore(),
    throttle: new ThrottleStore(() => 0),
    requests: createRequestLog(),
    revokeTokens: (upn) => revoked.push(upn),
    token: 'right',
  });
  const call = async (method: string, path: string, body?: unknown, token = 'right') => {
    const response = await api.request(path, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, never> };
  };
  return { store, call, revoked };
}

describe('the control API', () => {
  it('answers nobody without the token', async () => {
    expect((await cloud().call('GET', '/state', undefined, 'wrong')).status).toBe(401);
  });

  it("tells a tenant's own record by key, domain or id", async () => {
    const { call } = cloud();
    const byKey = (await call('GET', '/tenants/large')).body;
    expect(byKey['counts']).toMatchObject({ groups: 50, memberships: 200 });
    expect((await call('GET', `/tenants/${byKey['tenantId']}`)).body).toEqual(byKey);
  });

  it('deletes a principal behind the connector', async () => {
    const { call, store } = cloud();
    const appId = store.world.registrations[0]?.clientId;
    const before = (await call('GET', '/tenants/healthy')).body;
    expect(JSON.stringify(before['servicePrincipals'])).toContain(appId);
    const after = await call('POST', '/tenants/healthy', { type: 'deletePrincipal', appId });
    expect(after.status).toBe(200);
    expect(JSON.stringify(after.body['servicePrincipals'])).not.toContain(appId);
    expect(JSON.stringify(after.body['deletedServicePrincipals'])).toContain(appId);
  });

  it('names what is wrong and changes nothing', async () => {
    const { call, store } = cloud();
    const answer = await call('POST', '/settings', { effect: { token: -1 } });
    expect(answer.status).toBe(400);
    expect(String(answer.body['error'])).toContain('token');
    expect(store.world.settings.effect.token).toBe(3_000);
    expect((await call('GET', '/tenants/nobody')).status).toBe(404);
  });

  it('makes the world anew', async () => {
    const { call } = cloud();
    await call('POST', '/settings', { tokenLifetime: 5 });
    await call('POST', '/reset');
    expect((await call('GET', '/state')).body['settings']).toMatchObject({ tokenLifetime: 3_599 });
  });
});
