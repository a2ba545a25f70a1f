import type { VerdictKind } from '../../contract/doctor.ts';
import type { ConsentAttempt, Finding, GrantStatus, TestResult } from '../../contract/grant.ts';
import type { Problem } from '../../contract/problem.ts';
import {
  isBlockedTenant,
  isClock,
  isCredentialFault,
  isCuredByConsent,
  isSignInRule,
  isTurnedAway,
} from '../errors/questions.ts';
import { saysOfGrant } from '../connection/test/refusal.ts';
import { propagationLimitMs } from '../connection/status/status.ts';
import type { Millis } from '../kernel/ports.ts';

/** What the doctor judges by. All of it was read or kept; nothing is asked here. */
export interface Facts {
  /** The test that the doctor has just made, and the status that follows from it. */
  readonly test: TestResult;
  readonly status: Pick<GrantStatus, 'kind' | 'stale'>;
  /** The last good test before this one. */
  readonly lastGood: TestResult | null;
  /** The newest attempt to consent, running or ended. */
  readonly attempt: ConsentAttempt | null;
  /** Primary domains, by their names, where they were read or are known. */
  readonly domains: { readonly before: string | null; readonly now: string | null };
  readonly now: Millis;
}

/** The verdict, and what its sentence names. */
export interface Verdict {
  readonly kind: VerdictKind;
  readonly params: Finding['params'];
}

type OwnVerdicts = readonly (readonly [Finding['kind'], VerdictKind])[];

/** Findings that are a verdict whatever else is wrong, the most important first. */
const firstOfAll: OwnVerdicts = [
  ['applicationDeactivated', 'applicationDeactivated'],
  ['mayWrite', 'mayWrite'],
  ['servicePrincipalDisabled', 'principalDisabled'],
  ['consentByOneUserOnly', 'consentByOneUserOnly'],
];

/** Findings that are a verdict where nothing is missing: the connector works beside them. */
const whereNothingIsMissing: OwnVerdicts = [
  ['assignmentRequired', 'assignmentRequired'],
  ['extraReadingPermission', 'extraReadingPermission'],
];

/**
 * One verdict from the evidence (product.md §7). A changed primary domain alone is no fault: grants hang
 * on the tenant id (entra-graph §9.1). Granting again in place comes before the reset, which deletes.
 */
export function verdictOf(facts: Facts): Verdict {
  const { test } = facts;
  const isMissing = test.checks.some((check) => check.verdict === 'missing');
  const own = ownVerdict(test, [...firstOfAll, ...(isMissing ? [] : whereNothingIsMissing)]);
  if (own !== null) return own;
  if (isWell(facts)) {
    const { before: from, now: to } = facts.domains;
    const isRenamed = from !== null && to !== null && from.toLowerCase() !== to.toLowerCase();
    return isRenamed ? verdict('labelRefreshed', { from, to }) : verdict('nothingToDo');
  }
  if (isPropagating(facts)) return verdict('propagating');
  return refusalVerdict(facts) ?? rowsVerdict(facts);
}

function ownVerdict({ findings }: TestResult, kinds: OwnVerdicts): Verdict | null {
  for (const [finding, kind] of kinds) {
    const found = findings.find((candidate) => candidate.kind === finding);
    if (found) return { kind, params: found.params };
  }
  return null;
}

/**
 * All that can be proven is proven by this test: by ourselves, or by the record of a vendor's registration.
 * An outlined green is an older test's, or one that something speaks against.
 */
function isWell({ test, status }: Facts): boolean {
  const { kind, stale } = status;
  return test.refusal === null && !stale && (kind === 'granted' || kind === 'onRecord');
}

function refusalVerdict(facts: Facts): Verdict | null {
  const refusal = facts.test.refusal ?? turnedAwayIn(facts.test);
  if (refusal === null) return null;
  const params = { code: refusal.raw?.code ?? refusal.code };
  if (isSignInRule(refusal)) return verdict('signInRule', params);
  if (isClock(refusal)) return verdict('clock', params);
  if (isBlockedTenant(refusal)) return verdict('tenantBlocked', params);
  if (isCredentialFault(refusal)) return verdict('credentialFault', params);
  switch (saysOfGrant(refusal)) {
    case 'notInstalled':
      return verdict('notGranted', { wasGranted: facts.lastGood !== null });
    case 'disabled':
      return verdict('principalDisabled');
    case 'outOfReach':
      return verdict('couldNotTell', params);
    case 'refused':
      if (!isCuredByConsent(refusal)) return verdict('couldNotTell', params);
      return verdict(hasGrantedAgain(facts) ? 'reset' : 'grantAgain', params);
    case 'noAnswer':
      if (!isTurnedAway(refusal)) return verdict('couldNotTell', params);
      return verdict(hasGrantedAgain(facts) ? 'reset' : 'grantAgain', params);
  }
}

/**
 * Entra gave a token that carries what it should, and every look at the directory was turned away, or stopped
 * by a rule of the tenant. What was not tried says nothing.
 */
function turnedAwayIn({ checks, organization }: TestResult): Problem | null {
  if (organization !== null || checks.some((check) => check.verdict === 'missing')) return null;
  const looks = checks.flatMap(({ grant, read }) => [read, grant]);
  const tried = looks.filter(({ outcome }) => outcome !== 'notTried');
  const [first = null] = tried.map(({ problem }) => problem);
  const isStopped = (problem: Problem) => isTurnedAway(problem) || isSignInRule(problem);
  return tried.every(({ problem }) => problem !== null && isStopped(problem)) ? first : null;
}

function rowsVerdict({ test }: Facts): Verdict {
  const missing = test.checks.filter((check) => check.verdict === 'missing');
  if (missing.length === 0) return verdict('couldNotTell');
  const names = missing.map(({ permission }) => permission.name).join(', ');
  return missing.length === test.checks.length && test.servicePrincipalId === null
    ? verdict('notGranted', { wasGranted: false })
    : verdict('incomplete', { permissions: names });
}

/** A consent came back less than half an hour ago, and no test has passed since. */
function isPropagating({ attempt, now }: Facts): boolean {
  if (attempt?.answeredAt === undefined || attempt.phase === 'declined') return false;
  const isOver = ['refused', 'cancelled', 'accepted'].includes(attempt.phase);
  if (isOver) return false;
  return now - Date.parse(attempt.answeredAt) < propagationLimitMs;
}

/** Admin consent was given once more after the last time that all was well, long enough ago, without avail. */
function hasGrantedAgain({ attempt, lastGood, now }: Facts): boolean {
  if (attempt?.answeredAt === undefined || attempt.endedAt === null) return false;
  if (attempt.phase !== 'timedOut' && attempt.phase !== 'granted') return false;
  const answeredAt = Date.parse(attempt.answeredAt);
  const isLater = lastGood === null || answeredAt > Date.parse(lastGood.finishedAt);
  return isLater && now - answeredAt >= propagationLimitMs;
}

function verdict(kind: VerdictKind, params: Verdict['params'] = {}): Verdict {
  return { kind, params };
}
