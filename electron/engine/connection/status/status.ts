import type {
  ConsentAttempt,
  Finding,
  GrantStatus,
  StatusKind,
  TestResult,
} from '../../../contract/grant.ts';
import type { Problem } from '../../../contract/problem.ts';
import { newProblem } from '../../errors/evergrant-error.ts';
import type { Millis } from '../../kernel/ports.ts';
import type { Domains } from '../../tenants/other-domains.ts';
import { domainFindings } from '../test/domain-findings.ts';
import { saysOfGrant } from '../test/refusal.ts';
import { onlyFirstOfEach, reasonsOf } from './reasons.ts';
import type { RemovalRecord, TestsOfTenant } from '../store.ts';
import { isBestTest, isExcessive, isOnlyOnRecord, verdictOf } from '../test/verdict.ts';
import type { Requirements } from '../test/verdict.ts';

/** Everything that is known of one tenant's grant. */
export interface Evidence extends Requirements {
  readonly tests: TestsOfTenant | null;
  /** The newest attempt, running or ended. */
  readonly attempt: ConsentAttempt | null;
  readonly removal: RemovalRecord | null;
  /** The connector's newest failure in this tenant outside of a test, such as in a sync. */
  readonly failure: { readonly at: Millis; readonly problem: Problem } | null;
  /** The domains as last read, by a test or otherwise; null if never read. */
  readonly domains: Domains | null;
  /** The operating system reports that there is no network, so no tenant can be reached. */
  readonly offline: boolean;
}

/** How long a consent may stay open in a browser before Evergrant tests without waiting for the answer. */
export const consentLimitMs: Millis = 10 * 60_000;
/** How long Microsoft may take to apply a grant. */
export const propagationLimitMs: Millis = 30 * 60_000;
/** The last test of a consent may take this long. After that, the process of an open attempt is gone. */
const closingMs: Millis = 2 * 60_000;
/** A test further in the future than this was made by another clock, so its age is unknown. */
const clockSlackMs: Millis = 60_000;

/**
 * The grant's status, from evidence only.
 *
 * Solid green requires one test, younger than `freshnessMs`, that proves every required permission and that
 * nothing newer contradicts. Whatever is doubtful is shown as doubtful. A vendor's registration is never
 * green: the most that can be known is what the tenant records.
 */
export function statusOf(evidence: Evidence, now: Millis, freshnessMs: Millis): GrantStatus {
  const seen = afterRemoval(evidence);
  const decided = runningConsent(seen, now) ?? removed(seen) ?? untested(seen);
  if (decided !== null) return decided;
  const kept = seen.tests?.lastReached ?? seen.tests?.last;
  if (!kept) throw new Error('untested() answers when there is no test');
  const test = judgedAgain(kept);
  const good = seen.tests?.lastReached === kept && isBestTest(test, seen);
  const doubts = good ? doubtsAbout(test, seen, now, freshnessMs) : [];
  const known = { since: test.finishedAt, attention: attentionOf(test, seen) };
  if (good && seen.owner === 'ours')
    return { ...known, kind: 'granted', stale: doubts.length > 0, reasons: doubts };
  if (good) return { ...known, kind: 'onRecord', stale: false, reasons: [...doubts, onlyOnRecord] };
  return {
    ...known,
    kind: isExcessive(test, seen) ? 'excessive' : kindOf(test, wasGranted(seen)),
    stale: false,
    reasons: onlyFirstOfEach([...attemptProblem(seen, test), ...reasonsOf(test, seen)]),
  };
}

/** Why the best status of a vendor's registration is not green. */
const onlyOnRecord = newProblem('grant.vendorsRegistration');

/** The proofs decide, not the verdicts that were stored with them. */
function judgedAgain(test: TestResult): TestResult {
  const judged = (check: TestResult['checks'][number]) => verdictOf(check.permission.type, check);
  if (test.checks.every((check) => judged(check) === check.verdict)) return test;
  return { ...test, checks: test.checks.map((check) => ({ ...check, verdict: judged(check) })) };
}

/** A sync may have noticed what no test has yet: that the tenant's domains changed. */
function attentionOf(test: TestResult, { domains, tests }: Evidence): TestResult['findings'] {
  const noticed = domainFindings(tests?.lastGood?.organization ?? null, domains);
  if (noticed.length === 0) return test.findings;
  const told = new Set(test.findings.map(({ kind }) => kind));
  return [...test.findings, ...noticed.filter(({ kind }) => !told.has(kind))];
}

/** Ignores what was known before the customer was removed from Evergrant. */
function afterRemoval(evidence: Evidence): Evidence {
  const { removal, tests, attempt, failure } = evidence;
  if (removal === null) return evidence;
  const isNewer = (startedAt: string): boolean => Date.parse(startedAt) > removal.at;
  const newerTest = (test: TestResult | null): TestResult | null =>
    test !== null && isNewer(test.startedAt) ? test : null;
  const last = newerTest(tests?.last ?? null);
  return {
    ...evidence,
    tests: last && {
      last,
      lastReached: newerTest(tests?.lastReached ?? null),
      lastGood: newerTest(tests?.lastGood ?? null),
    },
    attempt: attempt !== null && isNewer(attempt.startedAt) ? attempt : null,
    failure: failure !== null && failure.at > removal.at ? failure : null,
  };
}

function runningConsent(evidence: Evidence, now: Millis): GrantStatus | null {
  const { attempt } = evidence;
  if (attempt === null || attempt.endedAt !== null) return null;
  const age = (since: string): Millis => now - Date.parse(since);
  const show = (kind: StatusKind, since: string): GrantStatus => ({
    kind,
    stale: false,
    since,
    attention: [],
    reasons: attempt.problem === null ? [] : [attempt.problem],
  });
  switch (attempt.phase) {
    case 'waitingForAdministrator':
    case 'checking':
      return age(attempt.startedAt) < consentLimitMs + closingMs
        ? show('consenting', attempt.startedAt)
        : null;
    case 'propagating':
    case 'propagatingQuietly': {
      const answeredAt = attempt.answeredAt ?? attempt.startedAt;
      const isSince = (test: TestResult | null): test is TestResult =>
        test !== null && Date.parse(test.startedAt) >= Date.parse(answeredAt);
      const { lastGood = null, lastReached = null } = evidence.tests ?? {};
      const isPassed =
        isSince(lastGood) ||
        (isSince(lastReached) && isExcessive(judgedAgain(lastReached), evidence));
      return !isPassed && age(answeredAt) < propagationLimitMs
        ? show('propagating', answeredAt)
        : null;
    }
    default:
      return null;
  }
}

function removed(evidence: Evidence): GrantStatus | null {
  if (evidence.removal === null || evidence.tests !== null) return null;
  return {
    kind: 'removed',
    stale: false,
    since: new Date(evidence.removal.at).toISOString(),
    attention: [],
    reasons: [newProblem('grant.removedHere', { retry: 'now' })],
  };
}

function untested(evidence: Evidence): GrantStatus | null {
  if (evidence.tests !== null) return null;
  return {
    kind: 'unknown',
    stale: false,
    since: null,
    attention: [],
    reasons: [
      ...(evidence.attempt?.problem ? [evidence.attempt.problem] : []),
      newProblem('grant.neverTested', { retry: 'now' }),
    ],
  };
}

function wasGranted(evidence: Evidence): boolean {
  const good = evidence.tests?.lastGood ?? null;
  return good !== null && isBestTest(good, evidence);
}

/** The status of a test that does not support green. */
function kindOf(test: TestResult, grantedBefore: boolean): StatusKind {
  const verdicts = test.checks.map((check) => check.verdict);
  const meaning = test.refusal && saysOfGrant(test.refusal);
  const isDisabled = test.findings.some(({ kind }) => switchedOff.has(kind));
  const nothingGranted = verdicts.length > 0 && verdicts.every((verdict) => verdict === 'missing');
  if (meaning === 'notInstalled' || nothingGranted) return grantedBefore ? 'broken' : 'notGranted';
  if (grantedBefore && (isDisabled || meaning === 'disabled' || meaning === 'refused'))
    return 'broken';
  if (verdicts.includes('missing')) return 'partial';
  const isGranted = verdicts.includes('proven') || test.checks.some(isOnlyOnRecord);
  return isGranted && isDisabled ? 'broken' : 'couldNotTell';
}

/** Findings of a connector that is granted but cannot sign in. */
const switchedOff: ReadonlySet<Finding['kind']> = new Set([
  'servicePrincipalDisabled',
  'applicationDeactivated',
]);

/** Why a good test is less than solid green, most important first. */
function doubtsAbout(
  test: TestResult,
  evidence: Evidence,
  now: Millis,
  freshnessMs: Millis,
): Problem[] {
  const provenAt = Date.parse(test.finishedAt);
  const age = now - provenAt;
  const { last } = evidence.tests ?? { last: test };
  const unreached = last.id !== test.id ? last.refusal : null;
  const failure = evidence.failure;
  return [
    ...(evidence.offline ? [newProblem('grant.offline', { retry: 'after' })] : []),
    ...(unreached ? [unreached] : []),
    ...(failure !== null && failure.at > provenAt ? [failure.problem] : []),
    ...(age >= freshnessMs || age < -clockSlackMs
      ? [newProblem('grant.stale', { params: { at: test.finishedAt }, retry: 'now' })]
      : []),
  ];
}

/** A consent that failed after the test explains more than the test does. */
function attemptProblem(evidence: Evidence, test: TestResult): Problem[] {
  const { attempt } = evidence;
  if (!attempt?.problem || attempt.endedAt === null) return [];
  return Date.parse(attempt.endedAt) >= Date.parse(test.startedAt) ? [attempt.problem] : [];
}
