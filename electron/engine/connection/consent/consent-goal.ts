import type { TestResult } from '../../../contract/grant.ts';
import type { Problem } from '../../../contract/problem.ts';
import { newProblem } from '../../errors/evergrant-error.ts';
import type { Connector } from '../../identity/identity.ts';
import { mayWrite } from '../status/reasons.ts';
import { canReadRecord, isBestTest, isExcessive } from '../test/verdict.ts';

/** What a consent waits for, and what is said while it has not come. */
export interface ConsentGoal {
  /** Whether a test shows that the consent has taken effect. */
  readonly isReached: (test: TestResult) => boolean;
  /** What a test shows that has taken effect beside the consent and must not; null: nothing. */
  readonly excess: (test: TestResult) => Problem | null;
  /** Names of the permissions that a test did not show. */
  readonly missing: (test: TestResult) => string[];
  /** What is said when nobody has answered. */
  readonly unanswered: Problem;
  /** Whether any test could show it: without a credential none can. */
  readonly canTell: boolean;
}

/** The goal of a consent for this connector; `isReader`: it is granted to look at a vendor's. */
export function consentGoal({ profile, credential }: Connector, isReader: boolean): ConsentGoal {
  const namesOf = (test: TestResult, isOpen: (check: TestResult['checks'][number]) => boolean) =>
    test.checks.filter(isOpen).map(({ permission }) => permission.name);
  if (isReader) {
    const own = profile.requiredPermissions.map(({ name }) => name);
    return {
      isReached: canReadRecord,
      excess: () => null,
      missing: (test) => (canReadRecord(test) ? [] : own),
      unanswered: newProblem('consent.noAnswer', { retry: 'now' }),
      canTell: credential !== null,
    };
  }
  const isReached = (test: TestResult): boolean => isBestTest(test, profile);
  const excess = (test: TestResult): Problem | null => {
    const found = test.findings.find(({ kind }) => kind === 'mayWrite');
    if (found === undefined || !isExcessive(test, profile)) return null;
    return mayWrite(found);
  };
  if (profile.owner === 'vendor') {
    return {
      isReached,
      excess,
      missing: (test) => namesOf(test, ({ grant }) => grant.outcome !== 'proven'),
      unanswered: newProblem('consent.notOnRecord', { retry: 'now' }),
      canTell: true,
    };
  }
  return {
    isReached,
    excess,
    missing: (test) => namesOf(test, ({ verdict }) => verdict !== 'proven'),
    unanswered: newProblem('consent.noAnswer', { retry: 'now' }),
    canTell: credential !== null,
  };
}
