import type { TestResult } from '../../../contract/grant.ts';
import type { Problem } from '../../../contract/problem.ts';
import { newProblem } from '../../errors/evergrant-error.ts';
import type { Connector } from '../../identity/identity.ts';
import { mayWrite } from '../status/reasons.ts';
import { canReadRecord, isBestTest, isExcessive } from '../test/verdict.ts';

/** When a consent is complete, and what to report while it is not. */
export interface ConsentGoal {
  /** Whether a test shows that the consent has taken effect. */
  readonly isReached: (test: TestResult) => boolean;
  /** Permissions in effect that this consent must not include; null: none. */
  readonly excess: (test: TestResult) => Problem | null;
  /** Names of the permissions that a test did not find. */
  readonly missing: (test: TestResult) => string[];
  /** Reported when no answer arrived. */
  readonly unanswered: Problem;
  /** Whether any test can show the goal: without a credential, none can. */
  readonly canTell: boolean;
}

/** The goal of a consent for this connector. `isReader`: the connector is a reader that checks a vendor's. */
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
