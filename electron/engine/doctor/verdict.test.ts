import { describe, expect, test } from 'vitest';
import {
  ago,
  attempt,
  check,
  goodTest,
  now,
  proof,
  refusedTest,
} from '../../../test/support/grant-evidence.ts';
import { connectorPermissions } from '../connectors/reading-permissions.ts';
import type { StatusKind, TestResult } from '../../contract/grant.ts';
import { verdictOf } from './verdict.ts';
import type { Facts } from './verdict.ts';

const minute = 60_000;
const lastWeek = goodTest({ finishedAt: ago(7 * 24 * 60 * minute) });

const judge = (found: TestResult, kind: StatusKind, facts: Partial<Facts> = {}) =>
  verdictOf({
    test: found,
    status: { kind, stale: false },
    lastGood: lastWeek,
    attempt: null,
    domains: { before: 'fabrikam.example', now: 'fabrikam.example' },
    now,
    ...facts,
  });
const kindOf = (...asked: Parameters<typeof judge>) => judge(...asked).kind;

const renamed = goodTest({
  organization: {
    tenantId: goodTest().tenantId,
    displayName: 'Fabrikam',
    primaryDomain: 'fabrikam-group.example',
    initialDomain: 'fabrikam.onmicrosoft.example',
    verifiedDomains: ['fabrikam.example', 'fabrikam-group.example'],
  },
});

describe('a connection that works', () => {
  test('needs nothing', () => {
    expect(kindOf(goodTest(), 'granted')).toBe('nothingToDo');
    expect(kindOf(goodTest(), 'onRecord')).toBe('nothingToDo');
  });

  test('needs nothing after the primary domain changed: the label is refreshed, both names are told', () => {
    const domains = { before: 'fabrikam.example', now: 'fabrikam-group.example' };
    expect(judge(renamed, 'granted', { domains })).toEqual({
      kind: 'labelRefreshed',
      params: { from: 'fabrikam.example', to: 'fabrikam-group.example' },
    });
  });

  test.each([
    ['applicationDeactivated', 'applicationDeactivated'],
    ['mayWrite', 'mayWrite'],
    ['assignmentRequired', 'assignmentRequired'],
    ['extraReadingPermission', 'extraReadingPermission'],
  ] as const)('may still have a finding that is a verdict: %s', (kind, verdict) => {
    const found = goodTest({ findings: [{ kind, params: { permissions: 'X' } }] });
    expect(kindOf(found, 'granted')).toBe(verdict);
  });
});

describe('a connector that Entra refuses', () => {
  test.each([
    ['aadsts.7000229', 'notGranted'],
    ['aadsts.700016', 'notGranted'],
    ['aadsts.7000112', 'principalDisabled'],
    ['aadsts.53003', 'signInRule'],
    ['aadsts.700027', 'credentialFault'],
    ['aadsts.7000222', 'credentialFault'],
    ['aadsts.700024', 'clock'],
    ['aadsts.5000225', 'tenantBlocked'],
    ['aadsts.connectorRule', 'signInRule'],
    ['aadsts.connectorRefused', 'couldNotTell'],
    ['network.intercepted', 'couldNotTell'],
    ['aadsts.650056', 'grantAgain'],
    ['aadsts.65001', 'grantAgain'],
    ['aadsts.650052', 'grantAgain'],
    ['aadsts.65005', 'couldNotTell'],
    ['aadsts.90002', 'couldNotTell'],
    ['aadsts.500011', 'couldNotTell'],
    ['aadsts.70011', 'couldNotTell'],
    ['tenant.unmanaged', 'couldNotTell'],
    ['network.offline', 'couldNotTell'],
    ['aadsts.90033', 'couldNotTell'],
  ] as const)('with %s: %s', (code, verdict) => {
    expect(kindOf(refusedTest(code), 'broken')).toBe(verdict);
  });

  test('after it was green is not well: an outlined green is an older test’s', () => {
    const status = { kind: 'granted', stale: true } as const;
    expect(kindOf(refusedTest('network.offline'), 'granted', { status })).toBe('couldNotTell');
    expect(kindOf(refusedTest('network.offline'), 'granted')).toBe('couldNotTell');
    expect(kindOf(goodTest(), 'granted', { status })).toBe('couldNotTell');
  });

  test('says whether it was ever granted', () => {
    expect(judge(refusedTest('aadsts.7000229'), 'broken').params).toEqual({ wasGranted: true });
    expect(judge(refusedTest('aadsts.7000229'), 'notGranted', { lastGood: null }).params).toEqual({
      wasGranted: false,
    });
  });

  test('is given half an hour after a consent', () => {
    const answered = attempt({ phase: 'propagating', answeredAt: ago(5 * minute) });
    expect(kindOf(refusedTest('aadsts.650056'), 'propagating', { attempt: answered })).toBe(
      'propagating',
    );
  });

  test('needs the reset only after granting again in place did not help', () => {
    const answered = (minutes: number, phase: 'timedOut' | 'declined') =>
      attempt({ phase, answeredAt: ago(minutes * minute), endedAt: ago(minute) });
    const refused = refusedTest('aadsts.650056');
    expect(kindOf(refused, 'broken', { attempt: answered(45, 'timedOut') })).toBe('reset');
    expect(kindOf(refused, 'broken', { attempt: answered(45, 'declined') })).toBe('grantAgain');
    expect(kindOf(refused, 'broken', { attempt: answered(8 * 24 * 60, 'timedOut') })).toBe(
      'grantAgain',
    );
  });
});

test('a token that comes and a directory that turns it away is granted again too', () => {
  const turned = proof('couldNotTell', 'graph.Authorization_IdentityNotFound');
  const found = goodTest({
    organization: null,
    checks: connectorPermissions.map((permission) =>
      check(permission, { grant: turned, token: proof('proven'), read: turned }),
    ),
  });
  expect(judge(found, 'couldNotTell')).toEqual({
    kind: 'grantAgain',
    params: { code: 'graph.Authorization_IdentityNotFound' },
  });
});

test.each([
  ['graph.Authorization_RequestDenied', 'grantAgain'],
  ['graph.insufficient_claims', 'signInRule'],
])('what could not be tried does not hide that every look was answered with %s', (code, kind) => {
  const turned = proof('couldNotTell', code);
  const untried = proof('notTried', 'grant.nobodySignedIn');
  const checks = connectorPermissions.map((permission) =>
    permission.type === 'application'
      ? check(permission, { grant: turned, token: proof('proven'), read: turned })
      : check(permission, { grant: turned, token: untried, read: untried }),
  );
  const judged = (rows: typeof checks) =>
    judge(goodTest({ organization: null, checks: rows }), 'couldNotTell');
  expect(judged(checks)).toEqual({ kind, params: { code } });
  const [first, ...others] = checks;
  if (!first) throw new Error('a test has rows');
  const unheard = { ...first, grant: proof('couldNotTell', 'network.intercepted') };
  expect(judged([...others, unheard]).kind).toBe('couldNotTell');
});

test('missing permissions are named', () => {
  const [one, ...others] = goodTest().checks;
  if (!one) throw new Error('a test has rows');
  const missing = check(one.permission, {
    grant: proof('missing'),
    token: proof('missing'),
    read: proof('notTried'),
  });
  expect(judge(goodTest({ checks: [missing, ...others] }), 'partial')).toEqual({
    kind: 'incomplete',
    params: { permissions: one.permission.name },
  });
});

test.each(['extraReadingPermission', 'assignmentRequired'] as const)(
  'what is missing is told before what harms nobody: %s',
  (kind) => {
    const [one, ...others] = goodTest().checks;
    if (!one) throw new Error('a test has rows');
    const missing = check(one.permission, {
      grant: proof('missing'),
      token: proof('notTried'),
      read: proof('notTried'),
    });
    const found = goodTest({
      checks: [missing, ...others],
      findings: [{ kind, params: { permissions: 'X' } }],
    });
    expect(kindOf(found, 'partial')).toBe('incomplete');
    const answeredAt = ago(5 * minute);
    const answered = attempt({ phase: 'propagating', answeredAt });
    expect(kindOf(found, 'propagating', { attempt: answered })).toBe('propagating');
  },
);

test('consent by one person for themselves is told before what is missing', () => {
  const found = goodTest({
    findings: [{ kind: 'consentByOneUserOnly', params: { permissions: 'User.Read' } }],
  });
  expect(kindOf(found, 'partial')).toBe('consentByOneUserOnly');
});
