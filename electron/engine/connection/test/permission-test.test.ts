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
  otherResource,
  paths,
} from '../../../../test/support/fake-tenant.ts';
import type { FakeTenant } from '../../../../test/support/fake-tenant.ts';
import { createVirtualClock, settle } from '../../../../test/support/virtual-clock.ts';
import { ClaimsChallenge } from '../../errors/claims-challenge.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { Connector } from '../../identity/identity.ts';
import { testLimitMs } from './look-up.ts';
import { testPermissions } from './permission-test.ts';
import { isGoodTest } from './verdict.ts';

let tenant: FakeTenant;
let clock: ReturnType<typeof createVirtualClock>;
beforeEach(() => {
  tenant = createFakeTenant();
  clock = createVirtualClock();
});

function run(
  options: { connector?: Connector; lastGood?: TestResult; signal?: AbortSignal } = {},
): Promise<TestResult> {
  return testPermissions(
    { ...tenant, clock, random: createCountingRandom() },
    options.connector ?? connector,
    fabrikam,
    async () => options.lastGood ?? null,
    options.signal,
  );
}

const verdicts = (result: TestResult) =>
  Object.fromEntries(
    result.checks.map(({ permission, verdict }) => [
      `${permission.name} ${permission.type}`,
      verdict,
    ]),
  );
const outcomes = (result: TestResult, name: string) => {
  const row = result.checks.find((check) => check.permission.name === name);
  return row && [row.grant.outcome, row.token.outcome, row.read.outcome];
};
const isGreen = (result: TestResult) => isGoodTest(result, connector.profile.requiredPermissions);
const busy = new EvergrantError('graph.serviceNotAvailable', { retry: 'after' });
const denied = new EvergrantError('graph.Authorization_RequestDenied', { retry: 'after' });
const missingPrincipal = new EvergrantError('graph.Request_ResourceNotFound', { retry: 'after' });

describe('a connector that is granted', () => {
  test('is proven with nobody signed in, and says what was not tried', async () => {
    const result = await run();
    expect(verdicts(result)).toEqual({
      'User.Read delegated': 'proven',
      'GroupMember.Read.All delegated': 'proven',
      'Directory.Read.All application': 'proven',
    });
    expect(outcomes(result, 'Directory.Read.All')).toEqual(['proven', 'proven', 'proven']);
    expect(outcomes(result, 'User.Read')).toEqual(['proven', 'notTried', 'notTried']);
    expect(result.checks[0]?.token.problem?.code).toBe('grant.nobodySignedIn');
    expect(result.organization?.primaryDomain).toBe('fabrikam.example');
    expect(result.findings).toEqual([]);
    expect(isGreen(result)).toBe(true);
    expect(tenant.asked[0]).toBe('app token, fresh');
  });

  test('is proven further by the technician who is signed in', async () => {
    tenant.delegatedToken = {
      scopes: ['User.Read', 'GroupMember.Read.All'],
      account: 'ada@partner.example',
    };
    const result = await run();
    expect(outcomes(result, 'GroupMember.Read.All')).toEqual(['proven', 'proven', 'proven']);
    expect(result.account).toBe('ada@partner.example');
    expect(tenant.asked).toContain('person /groups?$top=1&$select=id');
    expect(tenant.asked).toContain('person /me?$select=id');
  });

  test('stays proven when the technician would have to sign in again', async () => {
    tenant.delegatedToken = new EvergrantError('aadsts.50076', { retry: 'now' });
    const result = await run();
    expect(outcomes(result, 'User.Read')).toEqual(['proven', 'notTried', 'notTried']);
    expect(isGreen(result)).toBe(true);
  });

  test('is left open when the technician’s token is refused for want of consent: that is about the grant', async () => {
    for (const code of ['aadsts.90094', 'aadsts.90099'] as const) {
      tenant.delegatedToken = new EvergrantError(code, { retry: 'after' });
      const result = await run();
      expect(outcomes(result, 'User.Read')).toEqual(['proven', 'couldNotTell', 'notTried']);
      expect(isGreen(result)).toBe(false);
    }
  });

  test('stays proven when Conditional Access keeps the technician out', async () => {
    tenant.delegatedToken = new EvergrantError('aadsts.53003', { retry: 'after' });
    const result = await run();
    expect(outcomes(result, 'User.Read')).toEqual(['proven', 'notTried', 'notTried']);
    expect(isGreen(result)).toBe(true);
  });

  test('is not proven by a read for which Graph demands more of the token; the demand is told', async () => {
    tenant.delegatedToken = { scopes: ['User.Read', 'GroupMember.Read.All'] };
    const options = { params: { status: 401 }, retry: 'now' } as const;
    tenant.answers.set('/me', new ClaimsChallenge('{"access_token":{}}', options));
    const result = await run();
    expect(outcomes(result, 'User.Read')?.[2]).toBe('couldNotTell');
    expect(tenant.challenges).toEqual(['{"access_token":{}}']);
  });
});

describe('each permission missing', () => {
  test('the application one: recorded nowhere, in no token, refused', async () => {
    tenant.answers.set(paths.assignments, []);
    tenant.answers.set(paths.directoryRead, denied);
    tenant.appToken = { roles: [] };
    const result = await run();
    expect(outcomes(result, 'Directory.Read.All')).toEqual(['missing', 'missing', 'missing']);
    expect(isGreen(result)).toBe(false);
  });

  test.each([
    ['User.Read', 'GroupMember.Read.All'],
    ['GroupMember.Read.All', 'User.Read'],
  ])('%s, delegated', async (missing, there) => {
    tenant.answers.set(paths.grants, [delegatedGrant(there)]);
    expect(verdicts(await run())).toMatchObject({
      [`${missing} delegated`]: 'missing',
      [`${there} delegated`]: 'proven',
    });
  });

  test('a delegated one that one user alone has consented to', async () => {
    tenant.answers.set(paths.grants, [
      delegatedGrant('GroupMember.Read.All'),
      delegatedGrant('User.Read', 'Principal'),
    ]);
    const result = await run();
    expect(verdicts(result)['User.Read delegated']).toBe('missing');
    expect(result.findings).toEqual([
      { kind: 'consentByOneUserOnly', params: { permissions: 'User.Read' } },
    ]);
  });

  test('the same id on another API is not the permission, and may write', async () => {
    tenant.answers.set(paths.assignments, [assignment(directoryReadAll, otherResource)]);
    const result = await run();
    expect(outcomes(result, 'Directory.Read.All')?.[0]).toBe('missing');
    expect(result.findings.map(({ kind }) => kind)).toEqual(['mayWrite']);
  });
});

describe('never green', () => {
  test('when the grant is recorded and the token does not carry it', async () => {
    tenant.appToken = { roles: [] };
    const result = await run();
    expect(outcomes(result, 'Directory.Read.All')).toEqual(['proven', 'missing', 'proven']);
    expect(isGreen(result)).toBe(false);
  });

  test.each([
    ['organization', 'proven'],
    ['principal', 'couldNotTell'],
    ['graphPrincipal', 'couldNotTell'],
    ['assignments', 'couldNotTell'],
    ['directoryRead', 'couldNotTell'],
  ] as const)('when the look-up of %s fails', async (path, verdict) => {
    tenant.answers.set(paths[path], busy);
    const result = await run();
    expect(verdicts(result)['Directory.Read.All application']).toBe(verdict);
    expect(Object.values(verdicts(result))).not.toContain('missing');
    expect(isGreen(result)).toBe(false);
  });

  test('when only the list of delegated grants fails, the application row stands', async () => {
    tenant.answers.set(paths.grants, busy);
    expect(verdicts(await run())).toEqual({
      'User.Read delegated': 'couldNotTell',
      'GroupMember.Read.All delegated': 'couldNotTell',
      'Directory.Read.All application': 'proven',
    });
  });

  test('when an answer has not the documented shape', async () => {
    tenant.answers.set(paths.assignments, [{ appRoleId: 7 }]);
    const result = await run();
    expect(result.checks.at(-1)?.grant.problem?.code).toBe('graph.unreadable');
  });

  test('when a permission may write, whoever consented', async () => {
    tenant.answers.set(paths.assignments, [
      assignment(directoryReadAll),
      assignment('19dbc75e-c2e2-444c-a770-ec69d8559fc7'),
      assignment('99999999-0000-4000-8000-000000000000'),
    ]);
    tenant.answers.set(paths.grants, [
      delegatedGrant('User.Read GroupMember.Read.All'),
      delegatedGrant('Mail.Send Unheard.Of', 'Principal'),
    ]);
    const result = await run();
    expect(result.findings).toEqual([
      {
        kind: 'mayWrite',
        params: {
          permissions:
            '99999999-0000-4000-8000-000000000000, Directory.ReadWrite.All, Mail.Send, Unheard.Of',
        },
      },
    ]);
    expect(isGreen(result)).toBe(false);
  });

  test('when the enterprise application is switched off', async () => {
    tenant.answers.set(paths.principal, {
      id: 'bbbbbbbb-0000-4000-8000-000000000000',
      accountEnabled: false,
      appRoleAssignmentRequired: true,
    });
    const result = await run();
    expect(result.findings.map(({ kind }) => kind)).toEqual([
      'servicePrincipalDisabled',
      'assignmentRequired',
    ]);
    expect(isGreen(result)).toBe(false);
  });

  test('when the organization is another tenant', async () => {
    const other = '99999999-0000-4000-8000-000000000000';
    tenant.answers.set(paths.organization, {
      value: [{ id: other, displayName: 'Contoso', verifiedDomains: [] }],
    });
    const result = await run();
    expect(result.refusal).toMatchObject({
      code: 'grant.wrongTenant',
      params: { expected: fabrikam, found: other },
    });
    expect(result.organization).toBeNull();
    expect(new Set(Object.values(verdicts(result)))).toEqual(new Set(['couldNotTell']));
  });
});

describe('a token that is refused', () => {
  test('because the connector is not installed: all missing', async () => {
    tenant.appToken = new EvergrantError('aadsts.7000229', { retry: 'after' });
    const result = await run();
    expect(new Set(Object.values(verdicts(result)))).toEqual(new Set(['missing']));
    expect(result.refusal?.code).toBe('aadsts.7000229');
  });

  test('because it is switched off: said, and nothing is told apart', async () => {
    tenant.appToken = new EvergrantError('aadsts.7000112', { retry: 'after' });
    const result = await run();
    expect(result.findings.map(({ kind }) => kind)).toEqual(['servicePrincipalDisabled']);
    expect(new Set(Object.values(verdicts(result)))).toEqual(new Set(['couldNotTell']));
  });

  test('because there is no network: nobody is asked further', async () => {
    tenant.appToken = new EvergrantError('network.offline', {
      params: { host: 'graph.example' },
      retry: 'after',
    });
    const result = await run();
    expect(result.refusal?.code).toBe('network.offline');
    expect(tenant.asked).toEqual(['app token, fresh']);
  });

  test('without a credential the technician shows what works', async () => {
    tenant.appToken = new EvergrantError('identity.noCredential');
    tenant.delegatedToken = { scopes: ['User.Read', 'GroupMember.Read.All'], account: 'ada' };
    const result = await run();
    expect(outcomes(result, 'User.Read')).toEqual(['notTried', 'proven', 'proven']);
    expect(verdicts(result)['User.Read delegated']).toBe('couldNotTell');
    expect(isGreen(result)).toBe(false);
  });
});

test('a principal that is not found, and a token that carries nothing, is not installed', async () => {
  tenant.answers.set(paths.principal, missingPrincipal);
  tenant.appToken = { roles: [] };
  const result = await run();
  expect(new Set(Object.values(verdicts(result)))).toEqual(new Set(['missing']));
  expect(result.checks[0]?.grant.problem?.code).toBe('grant.notInstalled');
});

test('an enterprise application that is not found, with a fresh token that carries its permissions, proves nothing', async () => {
  tenant.answers.set(paths.principal, missingPrincipal);
  const result = await run();
  expect(Object.values(verdicts(result))).not.toContain('missing');
  expect(isGreen(result)).toBe(false);
  expect(result.checks[0]?.grant).toMatchObject({
    outcome: 'couldNotTell',
    problem: { code: 'grant.contradicted' },
  });
});

describe('attention', () => {
  test('an extra reading permission', async () => {
    tenant.answers.set(paths.assignments, [
      assignment(directoryReadAll),
      assignment('98830695-27a2-44f7-8c18-0c3ebc9698f6'),
    ]);
    const result = await run();
    expect(result.findings).toEqual([
      { kind: 'extraReadingPermission', params: { permissions: 'GroupMember.Read.All' } },
    ]);
    expect(isGreen(result)).toBe(true);
  });

  test('a credential that ends within 30 days', async () => {
    const expiresAt = clock.now() + 12.5 * 24 * 60 * 60_000;
    const credential = { kind: 'secret', value: 'hush', expiresAt } as const;
    const result = await run({ connector: { ...connector, credential } });
    expect(result.findings).toEqual([
      {
        kind: 'credentialExpiring',
        params: { days: 12, at: new Date(expiresAt).toISOString() },
      },
    ]);
  });

  test('a primary domain that differs from the last good test', async () => {
    const before = await run();
    if (!before.organization) throw new Error('the organization was read');
    const organization = { ...before.organization, primaryDomain: 'old.example' };
    const result = await run({ lastGood: { ...before, organization } });
    expect(result.findings).toEqual([
      { kind: 'primaryDomainChanged', params: { from: 'old.example', to: 'fabrikam.example' } },
    ]);
  });
});

test('a test that hangs ends by itself, with its look-ups open', async () => {
  const hanging: FakeTenant['graphs'] = {
    withToken: (_connector, token) => ({
      ...tenant.graphs.withToken(connector, token),
      all: (_path, options) =>
        new Promise((_, reject) => {
          options?.signal?.addEventListener('abort', () => reject(options.signal?.reason));
        }),
    }),
  };
  const running = testPermissions(
    { ...tenant, graphs: hanging, clock, random: createCountingRandom() },
    connector,
    fabrikam,
    async () => null,
  );
  await settle();
  await clock.advance(testLimitMs);
  const result = await running;
  expect(result.checks.at(-1)?.grant.problem?.code).toBe('grant.testTooSlow');
  expect(clock.sleepers).toBe(0);
});

test('a cancelled test is no result', async () => {
  await expect(run({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  expect(clock.sleepers).toBe(0);
});
