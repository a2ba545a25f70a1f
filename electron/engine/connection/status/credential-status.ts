import type { GrantStatus, StatusKind } from '../../../contract/grant.ts';
import { newProblem } from '../../errors/evergrant-error.ts';
import type { Millis } from '../../kernel/ports.ts';
import { credentialFindings } from '../test/findings.ts';

/** Statuses that do not depend on what a test found. */
const withoutFindings: ReadonlySet<StatusKind> = new Set([
  'consenting',
  'propagating',
  'removed',
  'unknown',
]);

/**
 * A status combined with the connector's current credential. The test behind the status may be older than a
 * replaced credential, or than the day from which an expiry is reported.
 *
 * Without a credential on this computer (after a restore), or with an expired one, nothing can be verified
 * again: green becomes outlined, and that reason is listed first.
 *
 * `credential` null: there is none. `endsAt` null: it does not expire.
 */
export function withCredential(
  status: GrantStatus,
  credential: { readonly endsAt: Millis | null } | null,
  now: Millis,
): GrantStatus {
  if (credential === null) {
    if (status.kind !== 'granted') return status;
    const reason = newProblem('identity.noCredential');
    return { ...status, stale: true, reasons: [reason, ...status.reasons] };
  }
  const { endsAt } = credential;
  const others = status.attention.filter(({ kind }) => kind !== 'credentialExpiring');
  const attention = withoutFindings.has(status.kind)
    ? others
    : [...others, ...credentialFindings(endsAt, now)];
  if (endsAt === null || endsAt > now) return { ...status, attention };
  const params = { at: new Date(endsAt).toISOString() };
  return {
    ...status,
    attention,
    stale: status.stale || status.kind === 'granted',
    reasons: [newProblem('credential.expired', { params }), ...status.reasons],
  };
}
