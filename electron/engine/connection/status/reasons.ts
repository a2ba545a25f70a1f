import type { Permission, PermissionCheck, TestResult } from '../../../contract/grant.ts';
import type { Problem } from '../../../contract/problem.ts';
import { newProblem } from '../../errors/evergrant-error.ts';
import { saysOfGrant } from '../test/refusal.ts';
import { isSamePermission } from '../test/verdict.ts';

/** Why a test does not support green: most important first, without duplicates. */
export function reasonsOf(
  test: TestResult,
  wanted: { readonly requiredPermissions: readonly Permission[] },
): Problem[] {
  // Without the connector in the tenant every permission is missing; listing them adds nothing.
  const isInstalled = test.refusal === null || saysOfGrant(test.refusal) !== 'notInstalled';
  const absence = absenceOnRecord(test.checks);
  const reasons: Problem[] = [
    ...(test.refusal === null ? [] : [test.refusal]),
    ...test.findings.flatMap((finding) => {
      if (finding.kind === 'mayWrite') return [mayWrite(finding)];
      if (finding.kind === 'applicationDeactivated') {
        return [newProblem('grant.deactivated', { retry: 'after' })];
      }
      if (finding.kind === 'servicePrincipalDisabled') {
        return [newProblem('grant.disabled', { retry: 'after' })];
      }
      return [];
    }),
    ...(absence === null ? [] : [absence]),
    ...(isInstalled && absence === null ? missingReasons(test.checks) : []),
    ...test.checks.filter((check) => check.verdict === 'couldNotTell').flatMap(doubtOf),
    ...untestedPermissions(test, wanted.requiredPermissions),
  ];
  if (test.organization?.tenantId !== test.tenantId && reasons.length === 0) {
    reasons.push(newProblem('grant.organizationUnread', { retry: 'after' }));
  }
  return onlyFirstOfEach(reasons);
}

/** A granted write permission, as a problem. */
export function mayWrite({ params }: TestResult['findings'][number]): Problem {
  const permissions = params['permissions'] ?? '';
  return newProblem('grant.mayWrite', { params: { ...params, permissions }, retry: 'after' });
}

/** The tenant does not contain a vendor's connector: known from the record, since no token can show it. */
function absenceOnRecord(checks: readonly PermissionCheck[]): Problem | null {
  const told = checks.find(
    ({ grant, token }) =>
      grant.problem?.code === 'grant.notInstalled' &&
      token.problem?.code === 'grant.vendorsRegistration',
  );
  return told?.grant.problem ?? null;
}

function namesReason(
  code: 'grant.permissionMissing' | 'grant.recordedButAbsent' | 'grant.couldNotTell',
  permissions: string,
): Problem {
  return newProblem(code, { params: { permissions }, retry: 'after' });
}

function missingReasons(checks: readonly PermissionCheck[]): Problem[] {
  const missing = checks.filter((check) => check.verdict === 'missing');
  if (missing.length === 0) return [];
  const recorded = missing.filter((check) => check.grant.outcome === 'proven');
  const names = (rows: readonly PermissionCheck[]): string =>
    rows.map((check) => check.permission.name).join(', ');
  const absent = missing.filter((check) => check.grant.outcome !== 'proven');
  return [
    ...(absent.length > 0 ? [namesReason('grant.permissionMissing', names(absent))] : []),
    ...(recorded.length > 0 ? [namesReason('grant.recordedButAbsent', names(recorded))] : []),
  ];
}

/** The problem of the proof that left the row undecided. */
function doubtOf(check: PermissionCheck): Problem[] {
  const proofs = [check.grant, check.token, check.read];
  const failed =
    proofs.find((proof) => proof.outcome === 'couldNotTell') ??
    proofs.find((proof) => proof.outcome === 'notTried');
  return failed?.problem
    ? [failed.problem]
    : [namesReason('grant.couldNotTell', check.permission.name)];
}

function untestedPermissions(test: TestResult, required: readonly Permission[]): Problem[] {
  const left = required.filter(
    (permission) => !test.checks.some((check) => isSamePermission(check.permission, permission)),
  );
  return left.length === 0
    ? []
    : [namesReason('grant.couldNotTell', left.map(({ name }) => name).join(', '))];
}

/** Removes duplicates; each reason keeps its first position. */
export function onlyFirstOfEach(reasons: readonly Problem[]): Problem[] {
  const seen = new Map<string, Problem>();
  for (const problem of reasons) {
    const key = `${problem.code} ${JSON.stringify(problem.params)}`;
    if (!seen.has(key)) seen.set(key, problem);
  }
  return [...seen.values()];
}
