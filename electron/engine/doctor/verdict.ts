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

/** The evidence for the verdict. All of it was read or stored before; the verdict makes no requests. */
export interface Facts {
  /** The test that the doctor has just run, and the resulting status. */
  readonly test: TestResult;
  readonly status: Pick<GrantStatus, 'kind' | 'stale'>;
  /** The last good test before this one. */
  readonly lastGood: TestResult | null;
  /** The newest consent attempt, running or ended. */
  readonly attempt: ConsentAttempt | null;
  /** Primary domains by name, if they were read or are known. */
  readonly domains: { readonly before: string | null; readonly now: string | null };
  readonly now: Millis;
}

/** The verdict, and the parameters of its sentence. */
export interface Verdict {
  readonly kind: VerdictKind;
  readonly params: Finding['params'];
}

type OwnVerdicts = readonly (readonly [Finding['kind'], VerdictKind])[];

/** Findings that decide the verdict whatever else is wrong, most important first. */
const firstOfAll: OwnVerdicts = [
  ['applicationDeactivated', 'applicationDeactivated'],
  ['mayWrite', 'mayWrite'],
  ['servicePrincipalDisabled', 'principalDisabled'],
  ['consentByOneUserOnly', 'consentByOneUserOnly'],
];

/** Findings that decide the verdict when no permission is missing: the connector works despite them. */
const whereNothingIsMissing: OwnVerdicts = [
  ['assignmentRequired', 'assignmentRequired'],
  ['extraReadingPermission', 'extraReadingPermission'],
];

/**
 * Derives one verdict from the evidence. A changed primary domain is not a fault in itself, because
 * grants are tied to the tenant ID. Granting again in place takes precedence over the reset, which
 * deletes.
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
 * This test proved all that can be proven: directly, or by the recorded grant of a vendor's
 * registration. An outlined green comes from an older test, or some evidence contradicts it.
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
 * Entra issued a token with the expected permissions, and every directory read was refused, or
 * stopped by a rule of the tenant. A read that was not tried does not count.
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

/** A consent returned less than half an hour ago, and no test has passed since. */
function isPropagating({ attempt, now }: Facts): boolean {
  if (attempt?.answeredAt === undefined || attempt.phase === 'declined') return false;
  const isOver = ['refused', 'cancelled', 'accepted'].includes(attempt.phase);
  if (isOver) return false;
  return now - Date.parse(attempt.answeredAt) < propagationLimitMs;
}

/** Admin consent was given again after the last good test, long enough ago, and did not help. */
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
