import { beforeEach, describe, expect, test } from 'vitest';
import type { TestResult } from '../../../contract/grant.ts';
import { createCountingRandom } from '../../../../test/support/engine-rooms.ts';
import {
  assignment,
  connector,
  createFakeTenant,
  delegatedGrant,
  directoryReadAll,
  fabrikam,
  paths,
} from '../../../../test/support/fake-tenant.ts';
import type { FakeTenant } from '../../../../test/support/fake-tenant.ts';
import { createVirtualClock } from '../../../../test/support/virtual-clock.ts';
import { errorOf } from '../../errors/evergrant-error.ts';
import type { Connector } from '../../identity/identity.ts';
import { testRecord } from './record-test.ts';
import { statusOf } from '../status/status.ts';
import { worthOf } from '../status/worth.ts';

const reader: Connector = {
  ...connector,
  profile: {
    ...connector.profile,
    id: '33333333-0000-4000-8000-000000000000',
    name: 'Our own',
    clientId: '44444444-0000-4000-8000-000000000000',
  },
};
const vendors: Connector = {
  ...connector,
  credential: null,
  profile: {
    ...connector.profile,
    owner: 'vendor',
    vendor: { readerId: reader.profile.id, consent: null },
  },
};

let tenant: FakeTenant;
let clock: ReturnType<typeof createVirtualClock>;
let random: ReturnType<typeof createCountingRandom>;
beforeEach(() => {
  random = createCountingRandom();
  tenant = createFakeTenant();
  clock = createVirtualClock();
});

const look = (by: Connector | null = reader): Promise<TestResult> =>
  testRecord({ ...tenant, clock, random }, vendors, by, fabrikam, async () => null);

/** The status when this is everything that is known. */
function statusAfter(last: TestResult, lastGood: TestResult | null = null) {
  const { reached } = worthOf(last, vendors.profile);
  const tests = { last, lastReached: reached ? last : null, lastGood };
  const rest = { attempt: null, removal: null, failure: null, offline: false, domains: null };
  return statusOf({ ...vendors.profile, ...rest, tests }, clock.now(), 24 * 60 * 60_000);
}
const refused = (code: string) => errorOf({ code, params: {}, retry: 'after' });

describe('what the tenant records of a vendor’s connector', () => {
  test('is seen by the reader, and says that nobody here can try it out', async () => {
    const result = await look();
    for (const check of result.checks) {
      expect(check.grant.outcome).toBe('proven');
      expect(check.token).toMatchObject({
        outcome: 'notTried',
        problem: { code: 'grant.vendorsRegistration' },
      });
      expect(check.read.outcome).toBe('notTried');
      expect(check.verdict).toBe('couldNotTell');
    }
    expect(result.organization?.primaryDomain).toBe('fabrikam.example');
    expect(tenant.asked[0]).toBe('app token, fresh');
    expect(tenant.asked.some((line) => line.startsWith('person'))).toBe(false);
  });

  test('is granted on record at best', async () => {
    expect(statusAfter(await look())).toMatchObject({
      kind: 'onRecord',
      stale: false,
      reasons: [{ code: 'grant.vendorsRegistration' }],
    });
  });

  test('is incomplete when one permission is not recorded', async () => {
    tenant.answers.set(paths.grants, [delegatedGrant('User.Read')]);
    expect(statusAfter(await look())).toMatchObject({
      kind: 'partial',
      reasons: [
        { code: 'grant.permissionMissing', params: { permissions: 'GroupMember.Read.All' } },
        { code: 'grant.vendorsRegistration' },
      ],
    });
  });

  test('is incomplete when one person alone has consented', async () => {
    tenant.answers.set(paths.grants, [
      delegatedGrant('GroupMember.Read.All'),
      delegatedGrant('User.Read', 'Principal'),
    ]);
    expect(statusAfter(await look()).kind).toBe('partial');
  });

  test('is never on record with a permission that may write, disabled, or deactivated', async () => {
    const writes = '19dbc75e-c2e2-444c-a770-ec69d8559fc7';
    tenant.answers.set(paths.assignments, [assignment(directoryReadAll), assignment(writes)]);
    expect(statusAfter(await look())).toMatchObject({
      kind: 'excessive',
      reasons: [{ code: 'grant.mayWrite' }, { code: 'grant.vendorsRegistration' }],
    });
    tenant.answers.set(paths.assignments, [assignment(directoryReadAll)]);
    const off = { id: '55555555-0000-4000-8000-000000000000', accountEnabled: false };
    tenant.answers.set(paths.principal, { ...off, appRoleAssignmentRequired: false });
    const lists = `/servicePrincipals/${off.id}`;
    tenant.answers.set(`${lists}/appRoleAssignments`, [assignment(directoryReadAll)]);
    const grants = tenant.answers.get(paths.grants) as readonly object[];
    tenant.answers.set(
      `${lists}/oauth2PermissionGrants`,
      grants.map((grant) => ({ ...grant, clientId: off.id })),
    );
    expect(statusAfter(await look())).toMatchObject({
      kind: 'broken',
      reasons: [{ code: 'grant.disabled' }, { code: 'grant.vendorsRegistration' }],
    });
    const deactivated = { ...off, accountEnabled: true, isDisabled: true };
    tenant.answers.set(paths.principal, { ...deactivated, appRoleAssignmentRequired: false });
    expect(statusAfter(await look())).toMatchObject({
      kind: 'broken',
      reasons: [{ code: 'grant.deactivated' }, { code: 'grant.vendorsRegistration' }],
    });
  });

  test('that holds no such application was never granted, or broke', async () => {
    const before = await look();
    tenant.answers.set(paths.principal, refused('graph.Request_ResourceNotFound'));
    const result = await look();
    expect(statusAfter(result)).toMatchObject({
      kind: 'notGranted',
      reasons: [{ code: 'grant.notInstalled' }],
    });
    expect(statusAfter(result, before).kind).toBe('broken');
  });

  test('is left open where a list could not be read', async () => {
    tenant.answers.set(paths.assignments, refused('graph.serviceNotAvailable'));
    const status = statusAfter(await look());
    expect(status.kind).toBe('couldNotTell');
    expect(status.reasons.map(({ code }) => code)).toContain('graph.serviceNotAvailable');
  });
});

describe('a reader that cannot look says so, and nothing about the vendor’s connector', () => {
  test.each([
    ['is not granted', 'aadsts.700016', 'grant.readerNotGranted'],
    ['has a wrong secret', 'aadsts.7000215', 'grant.readerRefused'],
    ['is switched off', 'aadsts.7000112', 'grant.readerRefused'],
    ['cannot be asked now', 'aadsts.90033', 'aadsts.90033'],
  ])('it %s', async (_how, code, told) => {
    const good = await look();
    tenant.appToken = refused(code);
    const result = await look();
    expect(result.refusal).toMatchObject({ code: told });
    // Even if the permission was on record before: a reader's failure does not break anything.
    expect(statusAfter(result, good)).toMatchObject({
      kind: 'couldNotTell',
      reasons: [{ code: told }],
    });
  });

  test('it may not read the directory', async () => {
    tenant.answers.set(paths.principal, refused('graph.Authorization_RequestDenied'));
    const status = statusAfter(await look());
    expect(status).toMatchObject({
      kind: 'couldNotTell',
      reasons: [{ code: 'grant.readerRefused', params: { name: 'Our own' } }],
    });
  });

  test('it reads another tenant', async () => {
    tenant.answers.set(paths.organization, {
      value: [{ id: directoryReadAll, displayName: 'Other', verifiedDomains: [] }],
    });
    expect(statusAfter(await look()).reasons[0]?.code).toBe('grant.wrongTenant');
  });

  test.each([
    ['there is none', null, 'grant.noReader'],
    ['it has no credential', { ...reader, credential: null }, 'grant.readerNoCredential'],
  ])('%s: nothing is asked', async (_how, by, code) => {
    const result = await look(by);
    expect(tenant.asked).toEqual([]);
    expect(result.checks[0]?.grant).toMatchObject({ outcome: 'notTried', problem: { code } });
    expect(statusAfter(result)).toMatchObject({ kind: 'couldNotTell', reasons: [{ code }] });
  });

  test('out of reach, the record of before still stands, with the reason', async () => {
    const good = await look();
    tenant.appToken = refused('network.offline');
    const last = await look();
    const tests = { last, lastReached: good, lastGood: good };
    const rest = {
      attempt: null,
      removal: null,
      failure: null,
      offline: false,
      domains: null,
    };
    expect(
      statusOf({ ...vendors.profile, ...rest, tests }, clock.now(), 24 * 60 * 60_000),
    ).toMatchObject({
      kind: 'onRecord',
      reasons: [{ code: 'network.offline' }, { code: 'grant.vendorsRegistration' }],
    });
  });
});
