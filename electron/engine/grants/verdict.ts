import type { Permission, PermissionCheck, TestResult, Verdict } from '../../contract/grant.ts';

type Proofs = Pick<PermissionCheck, 'grant' | 'token' | 'read'>;

/**
 * The verdict on one permission from its three proofs.
 *
 * An application permission is proven only by all three. A delegated one by the recorded grant; token
 * and read count as soon as they were tried. One proof that says "missing" outweighs the others, and a
 * proof that failed never counts as one that passed (product.md §4).
 */
export function verdictOf(type: Permission['type'], proofs: Proofs): Verdict {
  const { grant, token, read } = proofs;
  const outcomes = [grant.outcome, token.outcome, read.outcome];
  if (outcomes.includes('missing')) return 'missing';
  if (grant.outcome !== 'proven') return 'couldNotTell';
  const enough = (outcome: string): boolean =>
    outcome === 'proven' || (type === 'delegated' && outcome === 'notTried');
  return enough(token.outcome) && enough(read.outcome) ? 'proven' : 'couldNotTell';
}

/** Whether two permissions are the same: by id and type, never by name. */
export function isSamePermission(
  one: Pick<Permission, 'id' | 'type'>,
  other: Pick<Permission, 'id' | 'type'>,
): boolean {
  return one.id === other.id && one.type === other.type;
}

/** The findings with which nothing is green. */
const barsGreen = new Set<string>(['mayWrite', 'servicePrincipalDisabled']);

/**
 * Whether a test alone supports green: it ran to its end against the right tenant, every required
 * permission has a row whose proofs are enough, and no finding bars green.
 *
 * Judged from the proofs again, so that a wrong word in a kept test cannot turn the lamp green.
 */
export function isGoodTest(test: TestResult, required: readonly Permission[]): boolean {
  return (
    test.refusal === null &&
    test.organization?.tenantId === test.tenantId &&
    required.length > 0 &&
    required.every((permission) =>
      test.checks.some(
        (check) =>
          isSamePermission(check.permission, permission) &&
          check.verdict === 'proven' &&
          verdictOf(permission.type, check) === 'proven',
      ),
    ) &&
    !test.checks.some((check) => check.verdict !== 'proven') &&
    !test.findings.some((finding) => barsGreen.has(finding.kind))
  );
}
