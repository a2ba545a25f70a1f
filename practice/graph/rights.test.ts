import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPracticeGraph } from '../../test/support/practice-graph.ts';
import type { PracticeGraph } from '../../test/support/practice-graph.ts';
import { grant } from '../customers/new-tenant.ts';
import { createRandom } from '../world/random.ts';

let graph: PracticeGraph;

beforeEach(async () => {
  graph = await startPracticeGraph({ largeGroups: 20, largeMemberships: 60 });
});

afterEach(() => graph.close());

const threeScopes = 'User.Read GroupMember.Read.All';
const asked = async (path: string, claims: object) => {
  const { status } = await graph.ask('odd', path, { claims });
  return status;
};

describe('what a token lets through', () => {
  it.each([
    ['groups', 200],
    ['users', 200],
    ['oauth2PermissionGrants', 200],
    ['devices', 200],
    ['contacts', 200],
    ['domains', 200],
    ['directory/deletedItems/microsoft.graph.servicePrincipal', 403],
    ['directory/deletedItems/microsoft.graph.group', 403],
    ['tenantRelationships/delegatedAdminRelationships', 403],
    ["tenantRelationships/findTenantInformationByDomainName(domainName='northlight.example')", 403],
    ['me', 400],
  ])('Directory.Read.All, nobody signed in: %s answers %d', async (path, status) => {
    expect(await asked(path, { roles: ['Directory.Read.All'] })).toBe(status);
  });

  it.each([
    ['me', 200],
    ['me/memberOf', 200],
    ['groups?$top=1', 200],
    ['organization', 200],
    ['users', 403],
    ['users/nell.fairweather@quillfeather.example', 200],
    ['users/morgan.ashdown@quillfeather.example', 403],
    ['oauth2PermissionGrants', 403],
    ['servicePrincipals', 403],
    ['domains', 403],
  ])('User.Read and GroupMember.Read.All, signed in: %s answers %d', async (path, status) => {
    expect(await asked(path, graph.delegated('odd', 'none', threeScopes))).toBe(status);
  });

  it('nothing passes without a permission, and nothing without a token', async () => {
    expect(await asked('groups', { roles: [] })).toBe(403);
    const { status, body, headers } = await graph.ask('odd', 'groups', { claims: null });
    expect([status, body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
    expect(headers.get('www-authenticate')).toMatch(/^Bearer /);
  });

  it('another permission opens what the three do not', async () => {
    expect(
      await asked('directory/deletedItems/microsoft.graph.servicePrincipal', {
        roles: ['Application.Read.All'],
      }),
    ).toBe(200);
    const { body } = await graph.ask('partner', 'tenantRelationships/delegatedAdminCustomers', {
      claims: { roles: ['DelegatedAdminRelationship.Read.All'] },
    });
    expect(body.value).toHaveLength(6);
  });

  it.each(['POST', 'PATCH', 'DELETE'])('%s is refused and changes nothing', async (method) => {
    const { directory } = graph.tenant('odd');
    const before = JSON.stringify(directory.toSnapshot());
    for (const path of [
      'groups',
      `groups/${directory.at(60).id}`,
      'groups/delta',
      'users/$count',
    ]) {
      const { status } = await graph.ask('odd', path, {
        method,
        claims: { roles: ['Directory.ReadWrite.All'] },
      });
      expect([403, 405]).toContain(status);
    }
    expect(JSON.stringify(directory.toSnapshot())).toBe(before);
  });
});

describe('what is told of what may not be read', () => {
  it('members come as type and id alone', async () => {
    const { directory } = graph.tenant('odd');
    const sales = directory.toSnapshot().objects.find((one) => one.displayName === 'Devices Only');
    const { body } = await graph.ask('odd', `groups/${sales?.id}/members`, {
      claims: graph.delegated('odd', 'none', threeScopes),
    });
    expect(body.value).toHaveLength(2);
    const { '@odata.type': type, id, ...rest } = body.value[0] ?? { id: '' };
    expect([type, id]).toEqual(['#microsoft.graph.device', expect.any(String)]);
    expect(Object.values(rest).filter((value) => value !== null)).toEqual([]);
  });

  it('the organisation with User.Read alone: id, name, verified domains', async () => {
    const { body } = await graph.ask('odd', 'organization', {
      claims: graph.delegated('odd', 'none', 'User.Read'),
    });
    const told = Object.entries(body.value[0] ?? {}).filter(([, value]) => value !== null);
    expect(told.map(([name]) => name).toSorted()).toEqual(['displayName', 'id', 'verifiedDomains']);
  });

  it('hidden memberships: none, or 403 if set so, until Member.Read.Hidden', async () => {
    const { directory } = graph.tenant('odd');
    const board = directory
      .toSnapshot()
      .objects.find((one) => one.displayName === 'Board (hidden members)');
    const path = `groups/${board?.id}/members`;
    expect((await graph.ask('odd', path)).body.value).toEqual([]);
    graph.world.settings.hiddenMembership = 'forbidden';
    expect((await graph.ask('odd', path)).status).toBe(403);
    const { body } = await graph.ask('odd', path, {
      claims: { roles: ['Directory.Read.All', 'Member.Read.Hidden'] },
    });
    expect(body.value).toHaveLength(7);
  });
});

describe('a grant', () => {
  it('is honoured by Graph only when its time has come', async () => {
    const tenant = graph.tenant('neverGranted');
    const [registration] = graph.world.registrations;
    if (registration === undefined) throw new Error('no registration');
    const made = grant(createRandom('test'), tenant, registration, graph.clock.now());
    const claims = { oid: made.objectId, roles: ['Directory.Read.All'] };
    const code = async () => {
      const { status, body } = await graph.ask('neverGranted', 'groups', { claims });
      return status === 200 ? 200 : body.error.code;
    };
    expect(await code()).toBe('Authorization_IdentityNotFound');
    graph.clock.advance(4_999);
    expect(await code()).toBe('Authorization_IdentityNotFound');
    graph.clock.advance(1);
    expect(await code()).toBe(200);
    tenant.appRoleAssignments.splice(0, 1, {
      ...tenant.appRoleAssignments[0],
      createdAt: graph.clock.now(),
    } as (typeof tenant.appRoleAssignments)[0]);
    expect(await code()).toBe('Authorization_RequestDenied');
  });

  it('is gone with the enterprise application, after the same wait', async () => {
    const tenant = graph.tenant('healthy');
    const connector = tenant.servicePrincipals.find((one) => one.appId === graph.connector);
    const oid = connector?.objectId;
    tenant.servicePrincipals = tenant.servicePrincipals.filter((one) => one !== connector);
    if (connector === undefined) throw new Error('not granted');
    connector.deletedAt = graph.clock.now();
    tenant.deletedServicePrincipals.push(connector);
    expect((await graph.ask('healthy', 'groups', { claims: { oid } })).status).toBe(200);
    graph.clock.advance(5_000);
    const { status, body } = await graph.ask('healthy', 'groups', { claims: { oid } });
    expect([status, body.error.code]).toEqual([403, 'Authorization_IdentityNotFound']);
  });

  it('does not help a principal that is disabled or refused', async () => {
    const tenant = graph.tenant('healthy');
    const connector = tenant.servicePrincipals.find((one) => one.appId === graph.connector);
    if (connector === undefined) throw new Error('not granted');
    connector.accountEnabled = false;
    expect((await graph.ask('healthy', 'groups')).body.error.code).toBe(
      'Authorization_IdentityDisabled',
    );
    expect((await graph.ask('domainRefused', 'groups')).status).toBe(403);
    expect((await graph.ask('domainHarmless', 'groups')).status).toBe(200);
  });
});

describe("a partner's technician", () => {
  it('reads a customer by its role there and is itself', async () => {
    const claims = graph.delegated('odd', 'Oliver Quinn', threeScopes);
    expect((await graph.ask('odd', 'groups', { claims })).status).toBe(200);
    const me = await graph.ask('odd', 'me', { claims });
    expect(me.body['displayName']).toBe('Oliver Quinn');
  });

  it('reads nothing where no relationship reaches', async () => {
    const claims = graph.delegated('odd', 'Oliver Quinn', threeScopes);
    const account = graph
      .tenant('partner')
      .accounts.findIndex((one) => one.displayName === 'Oliver Quinn');
    const [found] = graph.tenant('partner').accounts.splice(account, 1);
    if (found === undefined) throw new Error('no technician');
    graph.tenant('partner').accounts.push({ ...found, partnerAccess: [] });
    expect((await graph.ask('odd', 'groups', { claims })).status).toBe(403);
  });
});
