import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { issueCredential } from '../certificates/issue.ts';
import { hashSecret } from '../world/registered-credential.ts';
import { createCustomers } from '../customers/create-customers.ts';
import { acceptAdminConsent } from '../entra/admin-consent.ts';
import { FaultStore } from '../faults/fault-store.ts';
import { ThrottleStore } from '../throttle/throttle-store.ts';
import { findTenant } from '../world/find.ts';
import { openWorld } from '../world/world-store.ts';
import { createControlApi } from './control-api.ts';
import { createRequestLog } from '../requests/request-log.ts';

function cloud() {
  const store = openWorld({
    folder: mkdtempSync(join(tmpdir(), 'evergrant-control-')),
    systemNow: () => Date.UTC(2026, 0, 1),
    seed: 7,
    largeGroups: 50,
    largeMemberships: 200,
    makeCustomers: createCustomers,
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

  it('restores a deleted principal with its object id and grants, unless a new one holds the name', async () => {
    const { call, store } = cloud();
    const [registration] = store.world.registrations;
    const appId = registration?.clientId ?? '';
    const change = (type: string) => call('POST', '/tenants/healthy', { type, appId });
    const before = (await call('GET', '/tenants/healthy')).body;
    expect((await change('restorePrincipal')).status).toBe(400);
    await change('deletePrincipal');
    expect((await change('restorePrincipal')).body).toMatchObject(before);

    await change('deletePrincipal');
    store.advance(60_000);
    const tenant = findTenant(store.world, String(before['tenantId']));
    if (tenant === undefined || registration === undefined) throw new Error('made by the seed');
    expect(acceptAdminConsent(store, tenant, registration)).toEqual({ ok: true });
    const refused = await change('restorePrincipal');
    expect(refused.status).toBe(400);
    expect(String(refused.body['error'])).toContain('already in use');
  });

  it('registers an application, changes it, and never tells a secret', async () => {
    const { call } = cloud();
    const { certificate } = await issueCredential('A computer', Date.UTC(2020, 0, 1));
    const made = await call('POST', '/tenants/partner/registrations', {
      displayName: 'Evergrant connector',
    });
    const path = `/registrations/${made.body['clientId']}`;
    const changed = async (change: object) => (await call('POST', path, change)).body;
    await changed({ type: 'addSecret', value: 'a-secret-of-the-test' });
    await changed({
      type: 'setRedirects',
      redirectUris: [{ uri: 'http://127.0.0.1', platform: 'publicClient' }],
    });
    await changed({
      type: 'setPermissions',
      permissions: [{ name: 'Directory.Read.All', type: 'application' }],
    });
    await changed({ type: 'setPublisherVerified', verified: true });
    await changed({ type: 'setMultiTenant', multiTenant: true });
    const after = await changed({ type: 'addCertificate', pem: certificate });
    expect(after).toMatchObject({
      multiTenant: true,
      publisher: { verified: true },
      redirectUris: [{ uri: 'http://127.0.0.1' }],
      requiredResourceAccess: [{ id: '7ab1d382-f21e-4acd-a863-ba3e13f7da61' }],
    });
    const all = (await call('GET', '/registrations')).body;
    expect(JSON.stringify(all)).toContain(made.body['clientId']);
    expect(JSON.stringify(all)).not.toContain(hashSecret('a-secret-of-the-test'));

    const [certified] = after['certificates'] ?? [];
    const { thumbprint } = z.object({ thumbprint: z.string() }).parse(certified);
    const ended = await changed({ type: 'expire', kind: 'certificates', thumbprint });
    expect(ended['certificates']).toMatchObject([{ expiresAt: 0 }]);
    const without = await changed({ type: 'removeCertificate', thumbprint });
    expect(without['certificates']).toEqual([]);
    expect((await call('POST', path, { type: 'removeCertificate', thumbprint })).status).toBe(400);
    await changed({ type: 'delete' });
    expect((await call('GET', path)).status).toBe(404);
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
