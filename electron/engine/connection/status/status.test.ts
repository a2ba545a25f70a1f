import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TestResult } from '../../../contract/grant.ts';
import {
  ago,
  attempt,
  check,
  evidence,
  freshnessMs,
  goodTest,
  now,
  proof,
  refusedTest,
} from '../../../../test/support/grant-evidence.ts';
import { connectorPermissions } from '../../connectors/reading-permissions.ts';
import { statusOf } from './status.ts';
import type { Evidence } from './status.ts';
import { worthOf } from './worth.ts';

const requirements = { owner: 'ours', requiredPermissions: connectorPermissions } as const;
const look = (changes: Partial<Evidence> = {}) => statusOf(evidence(changes), now, freshnessMs);
/** The newest test that reached the tenant, after a good one. */
const after = (last: TestResult, lastGood: TestResult | null = goodTest()) => ({
  tests: { last, lastReached: last, lastGood },
});
const never = (last: TestResult) => after(last, null);

/** The good test with one proof of the application permission changed. */
function spoiled(changes: Partial<ReturnType<typeof goodTest>['checks'][number]>): TestResult {
  return goodTest({
    checks: goodTest().checks.map((row) =>
      row.permission.type === 'application' ? check(row.permission, { ...row, ...changes }) : row,
    ),
  });
}

describe('green', () => {
  test('is solid when one young test proves every required permission', () => {
    expect(look()).toEqual({
      kind: 'granted',
      stale: false,
      since: ago(60_000),
      attention: [],
      reasons: [],
    });
  });

  test('is outlined from the freshness limit on', () => {
    const at = (age: number) =>
      look(after(goodTest({ startedAt: ago(age + 1000), finishedAt: ago(age) })));
    expect(at(freshnessMs - 1)).toMatchObject({ kind: 'granted', stale: false });
    expect(at(freshnessMs)).toMatchObject({
      kind: 'granted',
      stale: true,
      reasons: [{ code: 'grant.stale' }],
    });
  });

  test('is outlined when a newer test did not get to the tenant', () => {
    const good = goodTest();
    const tests = { last: refusedTest('network.offline'), lastReached: good, lastGood: good };
    expect(look({ tests })).toMatchObject({
      kind: 'granted',
      stale: true,
      since: good.finishedAt,
      reasons: [{ code: 'network.offline' }],
    });
  });

  test('is outlined when the connector failed elsewhere since', () => {
    const failure = {
      at: now - 1000,
      problem: { code: 'aadsts.700016', params: {}, retry: 'after' } as const,
    };
    expect(look({ failure })).toMatchObject({
      kind: 'granted',
      stale: true,
      reasons: [{ code: 'aadsts.700016' }],
    });
    expect(look({ failure: { ...failure, at: now - 120_000 } })).toMatchObject({ stale: false });
  });

  test('is outlined while the computer has no network', () => {
    expect(look({ offline: true })).toMatchObject({
      kind: 'granted',
      stale: true,
      reasons: [{ code: 'grant.offline' }],
    });
  });

  test('is outlined when the test comes from the future', () => {
    const test = goodTest({ startedAt: ago(-3_600_000), finishedAt: ago(-3_600_000) });
    expect(look(after(test))).toMatchObject({ kind: 'granted', stale: true });
  });

  test.each(['credentialExpiring', 'primaryDomainChanged', 'extraReadingPermission'] as const)(
    'keeps an attention mark for %s',
    (kind) => {
      const finding = { kind, params: {} };
      expect(look(after(goodTest({ findings: [finding] })))).toMatchObject({
        kind: 'granted',
        stale: false,
        attention: [finding],
      });
    },
  );
});

describe('never green', () => {
  test.each([
    ['one proof could not be had', spoiled({ read: proof('couldNotTell') }), 'couldNotTell'],
    ['one proof was not tried', spoiled({ token: proof('notTried') }), 'couldNotTell'],
    [
      'the grant is recorded, the token does not carry it',
      spoiled({ token: proof('missing') }),
      'partial',
    ],
    ['the read is refused', spoiled({ read: proof('missing') }), 'partial'],
    [
      'a permission may write',
      goodTest({ findings: [{ kind: 'mayWrite', params: { permissions: 'Mail.Send' } }] }),
      'excessive',
    ],
    ['the organization was not read', goodTest({ organization: null }), 'couldNotTell'],
    [
      'the test ended early',
      goodTest({ refusal: { code: 'graph.unknown', params: {}, retry: 'now' } }),
      'couldNotTell',
    ],
  ] as const)('when %s', (_why, last, kind) => {
    const status = look(never(last));
    expect(status).toMatchObject({ kind, stale: false });
    expect(status.reasons.length).toBeGreaterThan(0);
  });

  test('when the organization is another tenant', () => {
    const organization = { ...goodTest().organization, tenantId: connectorPermissions[0]?.id };
    const last = { ...goodTest(), organization } as TestResult;
    expect(look(never(last))).toMatchObject({
      kind: 'couldNotTell',
      reasons: [{ code: 'grant.organizationUnread' }],
    });
  });

  test('when a required permission has no row, or a row of the wrong type', () => {
    const [first, ...rest] = goodTest().checks;
    if (!first) throw new Error('the good test has rows');
    expect(look(never(goodTest({ checks: rest })))).toMatchObject({
      kind: 'couldNotTell',
      reasons: [{ code: 'grant.couldNotTell', params: { permissions: 'User.Read' } }],
    });
    const other = { ...first, permission: { ...first.permission, type: 'application' as const } };
    expect(look(never(goodTest({ checks: [other, ...rest] }))).kind).toBe('couldNotTell');
  });

  test('when the word says proven and the proofs do not', () => {
    const checks = spoiled({ read: proof('couldNotTell') }).checks.map((row) => ({
      ...row,
      verdict: 'proven' as const,
    }));
    expect(look(never(goodTest({ checks }))).kind).toBe('couldNotTell');
  });

  test('when nothing is required', () => {
    expect(look({ requiredPermissions: [] }).kind).not.toBe('granted');
  });
});

describe('red and amber', () => {
  const missing = (count: number) =>
    goodTest({
      checks: connectorPermissions.map((permission, index) =>
        check(permission, {
          grant: proof(index < count ? 'missing' : 'proven'),
          token: proof(index < count || permission.type === 'delegated' ? 'notTried' : 'proven'),
          read: proof(index < count || permission.type === 'delegated' ? 'notTried' : 'proven'),
        }),
      ),
    });

  test('some missing is incomplete, and named', () => {
    expect(look(after(missing(1)))).toMatchObject({
      kind: 'partial',
      reasons: [{ code: 'grant.permissionMissing', params: { permissions: 'User.Read' } }],
    });
  });

  test('all missing was never granted, or broke', () => {
    expect(look(never(missing(3))).kind).toBe('notGranted');
    expect(look(after(missing(3))).kind).toBe('broken');
  });

  test.each(['aadsts.700016', 'aadsts.7000229', 'grant.notInstalled'])(
    '%s: not installed',
    (code) => {
      expect(look(never(refusedTest(code)))).toMatchObject({
        kind: 'notGranted',
        reasons: [{ code }],
      });
      expect(look(after(refusedTest(code)))).toMatchObject({ kind: 'broken', reasons: [{ code }] });
    },
  );

  test('not installed: the missing permissions are not said as well', () => {
    const refusal = { code: 'aadsts.700016', params: {}, retry: 'after' } as const;
    expect(look(never({ ...missing(3), refusal })).reasons).toEqual([refusal]);
  });

  test.each(['aadsts.7000112', 'aadsts.53003', 'aadsts.7000222'])('%s: refused', (code) => {
    expect(look(never(refusedTest(code))).kind).toBe('couldNotTell');
    expect(look(after(refusedTest(code))).kind).toBe('broken');
  });

  test.each(['aadsts.90033', 'identity.serviceUnavailable', 'graph.serviceNotAvailable'])(
    '%s says nothing about the grant',
    (code) => {
      expect(look(after(refusedTest(code))).kind).toBe('couldNotTell');
    },
  );

  test('a disabled principal whose token still works is not green', () => {
    const last = goodTest({ findings: [{ kind: 'servicePrincipalDisabled', params: {} }] });
    expect(look(never(last))).toMatchObject({
      kind: 'broken',
      reasons: [{ code: 'grant.disabled' }],
    });
    expect(look(after(last)).kind).toBe('broken');
  });

  test('a deactivated application whose token still works is not green', () => {
    const last = goodTest({ findings: [{ kind: 'applicationDeactivated', params: {} }] });
    expect(look(never(last))).toMatchObject({
      kind: 'broken',
      reasons: [{ code: 'grant.deactivated' }],
    });
    expect(look(after(last)).kind).toBe('broken');
  });

  test('a permission that may write is amber, also while Microsoft applies the consent', () => {
    const writes = [{ kind: 'mayWrite' as const, params: { permissions: 'Mail.Send' } }];
    const last = goodTest({ findings: writes });
    const answeredAt = ago(120_000);
    const running = attempt({ phase: 'propagating', startedAt: answeredAt, answeredAt });
    expect(look({ ...never(last), attempt: running })).toMatchObject({
      kind: 'excessive',
      attention: writes,
      reasons: [{ code: 'grant.mayWrite', params: { permissions: 'Mail.Send' } }],
    });
    const incomplete = { ...last, checks: spoiled({ token: proof('missing') }).checks };
    expect(look({ ...never(incomplete), attempt: running }).kind).toBe('propagating');
    expect(look(never(incomplete)).kind).toBe('partial');
  });

  test('a tenant that was never reached could not be checked', () => {
    const last = refusedTest('network.offline');
    expect(look({ tests: { last, lastReached: null, lastGood: null } })).toMatchObject({
      kind: 'couldNotTell',
      reasons: [{ code: 'network.offline' }],
    });
  });
});

describe('a consent', () => {
  test('that is open is waited for, ten minutes and a look', () => {
    const open = (age: number) => look({ tests: null, attempt: attempt({ startedAt: ago(age) }) });
    expect(open(60_000).kind).toBe('consenting');
    expect(open(15 * 60_000).kind).toBe('unknown');
  });

  test('that came back is propagating until a test passes or 30 minutes are over', () => {
    const back = (age: number, changes: Partial<Evidence> = { tests: null }) =>
      look({ attempt: attempt({ phase: 'propagating', answeredAt: ago(age) }), ...changes });
    expect(back(5 * 60_000).kind).toBe('propagating');
    expect(back(30 * 60_000).kind).toBe('unknown');
    expect(back(5 * 60_000, {}).kind).toBe('granted');
    expect(back(30_000, {}).kind).toBe('propagating');
  });

  test('that ended badly says so, whatever the lamp shows', () => {
    const ended = attempt({
      phase: 'declined',
      endedAt: ago(1000),
      problem: { code: 'consent.declined', params: {}, retry: 'now' },
    });
    expect(look({ tests: null, attempt: ended })).toMatchObject({
      kind: 'unknown',
      reasons: [{ code: 'consent.declined' }, { code: 'grant.neverTested' }],
    });
    expect(look({ ...never(refusedTest('aadsts.700016')), attempt: ended })).toMatchObject({
      kind: 'notGranted',
      reasons: [{ code: 'consent.declined' }, { code: 'aadsts.700016' }],
    });
    expect(look({ attempt: ended })).toMatchObject({ kind: 'granted', stale: false, reasons: [] });
  });
});

describe('granted on record', () => {
  const beyondUs = proof('notTried', 'grant.vendorsRegistration');
  const recorded = goodTest({
    checks: connectorPermissions.map((permission) =>
      check(permission, { grant: proof('proven'), token: beyondUs, read: beyondUs }),
    ),
  });
  const lookAtVendors = (changes: Partial<Evidence> = {}) =>
    look({ ...never(recorded), owner: 'vendor', ...changes });

  test('is the most that a vendor’s registration can be', () => {
    expect(lookAtVendors()).toMatchObject({ kind: 'onRecord', stale: false });
    expect(lookAtVendors(never(goodTest()))).toMatchObject({ kind: 'onRecord' });
  });

  test('says that it is old, or that the network is gone, before anything else', () => {
    const old = { ...recorded, startedAt: ago(freshnessMs), finishedAt: ago(freshnessMs) };
    expect(lookAtVendors(never(old)).reasons[0]?.code).toBe('grant.stale');
    expect(lookAtVendors({ offline: true }).reasons[0]?.code).toBe('grant.offline');
  });

  test('shows nothing green of our own registration: its proofs must be tried', () => {
    expect(look(never(recorded)).kind).toBe('couldNotTell');
  });

  test.each([
    ['mayWrite', 'excessive'],
    ['servicePrincipalDisabled', 'broken'],
    ['applicationDeactivated', 'broken'],
  ] as const)('is not so with %s', (kind, shown) => {
    const last = { ...recorded, findings: [{ kind, params: {} }] };
    expect(lookAtVendors(never(last)).kind).toBe(shown);
  });
});

describe('a removal here', () => {
  const removal = { tenantId: goodTest().tenantId, at: now - 10_000 };

  test('outweighs every test before it', () => {
    expect(look({ removal })).toMatchObject({
      kind: 'removed',
      reasons: [{ code: 'grant.removedHere' }],
    });
  });

  test('is over as soon as the tenant was tested again', () => {
    const again = goodTest({ startedAt: ago(5000), finishedAt: ago(4000) });
    expect(look({ removal, ...after(again) }).kind).toBe('granted');
  });

  test('is over while a new consent is open', () => {
    expect(look({ removal, attempt: attempt({ startedAt: ago(5000) }) }).kind).toBe('consenting');
  });

  test('a test that was running then does not undo it', () => {
    const running = goodTest({ startedAt: ago(20_000), finishedAt: ago(4000) });
    expect(look({ removal, ...after(running) }).kind).toBe('removed');
  });
});

const outcome = fc.constantFrom('proven', 'missing', 'couldNotTell', 'notTried');
const anyProof = outcome.map((it) => proof(it));
const anyTest: fc.Arbitrary<TestResult> = fc
  .record({
    proofs: fc.array(fc.record({ grant: anyProof, token: anyProof, read: anyProof }), {
      minLength: 0,
      maxLength: 3,
    }),
    lie: fc.boolean(),
    findings: fc.subarray([
      { kind: 'mayWrite' as const, params: {} },
      { kind: 'servicePrincipalDisabled' as const, params: {} },
      { kind: 'applicationDeactivated' as const, params: {} },
      { kind: 'assignmentRequired' as const, params: {} },
    ]),
    refusal: fc.option(fc.constantFrom('aadsts.700016', 'network.offline', 'aadsts.90033')),
    isRightTenant: fc.boolean(),
    age: fc.integer({ min: -freshnessMs, max: 3 * freshnessMs }),
    id: fc.uuid(),
  })
  .map(({ proofs, lie, findings, refusal, isRightTenant, age, id }) =>
    goodTest({
      id,
      findings,
      refusal: refusal === null ? null : { code: refusal, params: {}, retry: 'after' },
      organization: isRightTenant ? goodTest().organization : null,
      startedAt: ago(age + 1000),
      finishedAt: ago(age),
      checks: proofs.flatMap((row, index) => {
        const permission = connectorPermissions[index];
        if (!permission) return [];
        const made = check(permission, row);
        return [lie ? { ...made, verdict: 'proven' as const } : made];
      }),
    }),
  );
/** Half of all tests are good ones, otherwise green would hardly ever occur. */
const likelyTest = fc.oneof(
  anyTest,
  fc
    .integer({ min: -freshnessMs, max: 2 * freshnessMs })
    .map((age) => goodTest({ startedAt: ago(age + 1000), finishedAt: ago(age) })),
);
/** The evidence that a store would return for these tests. */
function kept(tests: readonly TestResult[]): Evidence['tests'] {
  const inOrder = tests.toSorted((one, other) => one.startedAt.localeCompare(other.startedAt));
  const newest = (isWanted: (test: TestResult) => boolean) => inOrder.findLast(isWanted) ?? null;
  const last = newest(() => true);
  return (
    last && {
      last,
      lastReached: newest((test) => worthOf(test, requirements).reached),
      lastGood: newest((test) => worthOf(test, requirements).good),
    }
  );
}
const anyEvidence: fc.Arbitrary<Evidence> = fc.record({
  owner: fc.constant<Evidence['owner']>('ours'),
  requiredPermissions: fc.constant(connectorPermissions),
  tests: fc.array(likelyTest, { maxLength: 4 }).map(kept),
  attempt: fc.option(
    fc
      .record({
        phase: fc.constantFrom('waitingForAdministrator', 'propagating', 'granted', 'declined'),
        age: fc.integer({ min: 0, max: 60 * 60_000 }),
        ended: fc.boolean(),
      })
      .map(({ phase, age, ended }) =>
        attempt({ phase, startedAt: ago(age), endedAt: ended ? ago(0) : null }),
      ),
  ),
  removal: fc.option(
    fc
      .integer({ min: 0, max: freshnessMs })
      .map((age) => ({ tenantId: goodTest().tenantId, at: now - age })),
  ),
  domains: fc.option(
    fc.record({
      primaryDomain: fc.constantFrom('fabrikam.example', 'fabrikam-group.example'),
      initialDomain: fc.constant(null),
      verifiedDomains: fc.constantFrom([], ['fabrikam.example']),
    }),
  ),
  offline: fc.boolean(),
  failure: fc.option(
    fc.integer({ min: 0, max: freshnessMs }).map((age) => ({
      at: now - age,
      problem: { code: 'network.offline', params: {}, retry: 'after' as const },
    })),
  ),
});

describe('for all evidence', () => {
  test('solid green means a young, complete, uncontradicted test', () => {
    fc.assert(
      fc.property(anyEvidence, (all) => {
        const status = statusOf(all, now, freshnessMs);
        if (status.kind !== 'granted' || status.stale) return;
        const shown = all.tests?.lastReached ?? all.tests?.last;
        if (!shown) throw new Error('green without a test');
        expect(all.tests?.last.id).toBe(shown.id);
        expect(now - Date.parse(shown.finishedAt)).toBeLessThan(freshnessMs);
        expect(now - Date.parse(shown.finishedAt)).toBeGreaterThanOrEqual(-60_000);
        expect(shown.refusal).toBeNull();
        expect(shown.organization?.tenantId).toBe(shown.tenantId);
        expect(shown.findings.map((finding) => finding.kind)).not.toContain('mayWrite');
        expect(shown.findings.map((finding) => finding.kind)).not.toContain(
          'servicePrincipalDisabled',
        );
        expect(shown.checks.map((row) => row.permission.id)).toEqual(
          connectorPermissions.map(({ id }) => id),
        );
        for (const row of shown.checks) {
          expect(row.grant.outcome).toBe('proven');
          const allowed =
            row.permission.type === 'application' ? ['proven'] : ['proven', 'notTried'];
          expect(allowed).toContain(row.token.outcome);
          expect(allowed).toContain(row.read.outcome);
        }
        expect(all.failure?.at ?? 0).toBeLessThanOrEqual(Date.parse(shown.finishedAt));
        expect(all.removal?.at ?? 0).toBeLessThan(Date.parse(shown.startedAt));
        expect(all.offline).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('a vendor’s registration is never green, whatever was found', () => {
    fc.assert(
      fc.property(anyEvidence, (all) => {
        const status = statusOf({ ...all, owner: 'vendor' }, now, freshnessMs);
        expect(status.kind).not.toBe('granted');
        expect(status.stale).toBe(false);
        const isRunning = status.kind === 'consenting' || status.kind === 'propagating';
        expect(isRunning || status.reasons.length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('what is not solid green says why, or shows what is running', () => {
    fc.assert(
      fc.property(anyEvidence, (all) => {
        const status = statusOf(all, now, freshnessMs);
        const isSolid = status.kind === 'granted' && !status.stale;
        const isRunning = status.kind === 'consenting' || status.kind === 'propagating';
        expect(isSolid || isRunning || status.reasons.length > 0).toBe(true);
        expect(status.stale && status.kind !== 'granted').toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
