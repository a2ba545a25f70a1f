import type { Finding, Permission, TestResult } from '../../../contract/grant.ts';
import {
  isSignInPermission,
  readingPermission,
  writingPermissionName,
} from '../../connectors/reading-permissions.ts';
import type { CredentialRecord } from '../../connectors/store.ts';
import type { Millis } from '../../kernel/ports.ts';
import { domainFindings } from './domain-findings.ts';
import { saysOfGrant } from './refusal.ts';
import { foundPermissions, isRecorded } from './recorded-grants.ts';
import type { FoundPermission, Recorded } from './recorded-grants.ts';
import { isSamePermission } from './verdict.ts';

const dayMs: Millis = 24 * 60 * 60_000;
/** How many days before a credential expires it is reported. */
const warnDays = 30;

/** What a test found beyond the permission rows. */
export function findingsOf(facts: {
  readonly required: readonly Permission[];
  readonly recorded: Recorded | null;
  readonly organization: TestResult['organization'];
  readonly refusal: TestResult['refusal'];
  readonly lastGood: TestResult | null;
  readonly credential: CredentialRecord | null;
  readonly now: Millis;
}): Finding[] {
  return [
    ...principalFindings(facts.recorded, facts.refusal),
    ...(facts.recorded === null ? [] : permissionFindings(facts.recorded, facts.required)),
    ...credentialFindings(facts.credential?.expiresAt ?? null, facts.now),
    ...domainFindings(facts.lastGood?.organization ?? null, facts.organization),
  ];
}

function principalFindings(recorded: Recorded | null, refusal: TestResult['refusal']): Finding[] {
  const principal = recorded?.servicePrincipal.ok ? recorded.servicePrincipal.value : null;
  const isDeactivated = principal?.isDisabled === true;
  const isDisabled =
    principal?.accountEnabled === false ||
    (!isDeactivated && refusal !== null && saysOfGrant(refusal) === 'disabled');
  return [
    ...(isDeactivated ? [finding('applicationDeactivated', {})] : []),
    ...(isDisabled ? [finding('servicePrincipalDisabled', {})] : []),
    ...(principal?.appRoleAssignmentRequired ? [finding('assignmentRequired', {})] : []),
  ];
}

function permissionFindings(recorded: Recorded, required: readonly Permission[]): Finding[] {
  const found = foundPermissions(withWhatWasRead(recorded));
  if (found === null) return [];
  const oneUser = required.filter(
    (permission) => !isRecorded(found, permission) && isRecorded(found, permission, 'oneUser'),
  );
  const sorted = found
    .filter((row) => !isWanted(row, required))
    .map((row) => ({ row, reads: isReading(row) }));
  const writing = sorted.filter(({ reads }) => !reads).map(({ row }) => nameOf(row));
  const extra = sorted.filter(({ reads }) => reads).map(({ row }) => nameOf(row));
  return [
    ...named(
      'consentByOneUserOnly',
      oneUser.map(({ name }) => name),
    ),
    ...named('mayWrite', writing),
    ...named('extraReadingPermission', extra),
  ];
}

/** A list that could not be read adds no findings; its rows are left undecided elsewhere. */
function withWhatWasRead(recorded: Recorded): Recorded {
  const empty = { ok: true, value: [], at: 0 } as const;
  return {
    ...recorded,
    assignments: recorded.assignments.ok ? recorded.assignments : empty,
    grants: recorded.grants.ok ? recorded.grants : empty,
  };
}

function isWanted(row: FoundPermission, required: readonly Permission[]): boolean {
  const { id, type, resource } = row;
  if (resource !== 'graph' || id === null) return false;
  return (
    isSignInPermission({ id, type }) ||
    required.some((permission) => isSamePermission(permission, { id, type }))
  );
}

/** Compares ID and type with the allow-list; a permission that is not on it counts as able to write. */
function isReading({ id, type, resource }: FoundPermission): boolean {
  return resource === 'graph' && id !== null && readingPermission({ id, type }) !== null;
}

function nameOf(row: FoundPermission): string {
  return row.name === row.id ? writingPermissionName(row.name) : row.name;
}

/** Reports a credential that expires soon or has expired (`days` is 0 then). Null: it does not expire. */
export function credentialFindings(endsAt: Millis | null, now: Millis): Finding[] {
  if (endsAt === null) return [];
  const days = Math.floor((endsAt - now) / dayMs);
  if (days > warnDays) return [];
  const at = new Date(endsAt).toISOString();
  return [finding('credentialExpiring', { days: Math.max(0, days), at })];
}

function named(kind: Finding['kind'], names: readonly string[]): Finding[] {
  const once = [...new Set(names)].sort();
  return once.length === 0 ? [] : [finding(kind, { permissions: once.join(', ') })];
}

function finding(kind: Finding['kind'], params: Finding['params']): Finding {
  return { kind, params };
}
