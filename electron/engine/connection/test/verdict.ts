import type {
  Finding,
  Permission,
  PermissionCheck,
  Proof,
  TestResult,
  Verdict,
} from '../../../contract/grant.ts';
import type { ProfileRecord } from '../../connectors/store.ts';

type Proofs = Pick<PermissionCheck, 'grant' | 'token' | 'read'>;

/**
 * The verdict on one permission from its three proofs.
 *
 * An application permission is proven only by all three. A delegated one is proven by the recorded grant;
 * token and read count once they were tried. One proof that says "missing" outweighs the others, and a failed
 * proof never counts as passed. Nor does one that can never be tried: a permission that is only on record for
 * a vendor's registration stays undecided.
 */
export function verdictOf(type: Permission['type'], proofs: Proofs): Verdict {
  const { grant, token, read } = proofs;
  const outcomes = [grant.outcome, token.outcome, read.outcome];
  if (outcomes.includes('missing')) return 'missing';
  if (grant.outcome !== 'proven') return 'couldNotTell';
  const enough = (proof: Proof): boolean =>
    proof.outcome === 'proven' ||
    (type === 'delegated' && proof.outcome === 'notTried' && !isBeyondUs(proof));
  return enough(token) && enough(read) ? 'proven' : 'couldNotTell';
}

/** Evergrant can never sign in as a vendor's registration. */
function isBeyondUs({ problem }: Proof): boolean {
  return problem?.code === 'grant.vendorsRegistration';
}

/** Whether a row of a vendor's registration says that the tenant records this permission. */
export function isOnlyOnRecord({ grant, token }: Proofs): boolean {
  return grant.outcome === 'proven' && token.outcome === 'notTried' && isBeyondUs(token);
}

/** Whether two permissions are the same: compared by ID and type, never by name. */
export function isSamePermission(
  one: Pick<Permission, 'id' | 'type'>,
  other: Pick<Permission, 'id' | 'type'>,
): boolean {
  return one.id === other.id && one.type === other.type;
}

/** Findings that rule out green. */
const barsGreen: ReadonlySet<Finding['kind']> = new Set([
  'mayWrite',
  'servicePrincipalDisabled',
  'applicationDeactivated',
]);

/**
 * Whether this test by its own evidence supports green: it completed against the right tenant, every required
 * permission has a row with sufficient proofs, and no finding rules out green.
 *
 * The proofs are judged again, so that a wrong verdict in a stored test cannot turn the status green.
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

/** What a status needs from the profile. */
export type Requirements = Pick<ProfileRecord, 'owner' | 'requiredPermissions'>;

/**
 * Whether a test shows all that can be shown: for our own registration that it works; for a vendor's that the
 * tenant records every grant, for everyone, with the principal enabled and no write permission.
 */
export function isBestTest(
  test: TestResult,
  { owner, requiredPermissions }: Requirements,
): boolean {
  return owner === 'ours'
    ? isGoodTest(test, requiredPermissions)
    : isOnRecord(test, requiredPermissions);
}

/**
 * Whether a test shows all that can be shown, plus a write permission. Never green: the connector must not be
 * able to write.
 */
export function isExcessive(test: TestResult, requirements: Requirements): boolean {
  const findings = test.findings.filter(({ kind }) => kind !== 'mayWrite');
  return findings.length < test.findings.length && isBestTest({ ...test, findings }, requirements);
}

function isOnRecord(test: TestResult, required: readonly Permission[]): boolean {
  return (
    test.refusal === null &&
    test.organization?.tenantId === test.tenantId &&
    required.length > 0 &&
    required.every((permission) =>
      test.checks.some((check) => isSamePermission(check.permission, permission)),
    ) &&
    test.checks.every(
      (check) =>
        check.grant.outcome === 'proven' && verdictOf(check.permission.type, check) !== 'missing',
    ) &&
    !test.findings.some((finding) => barsGreen.has(finding.kind))
  );
}

/** Whether a reader's test could read what the tenant records, whatever that is. */
export function canReadRecord(test: TestResult): boolean {
  return (
    test.refusal === null &&
    test.organization?.tenantId === test.tenantId &&
    test.checks.length > 0 &&
    test.checks.every(({ grant }) => grant.outcome === 'proven' || grant.outcome === 'missing')
  );
}
