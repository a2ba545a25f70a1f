import type { GrantStatus, StatusKind } from '../../../contract/grant.ts';
import { newProblem } from '../../errors/evergrant-error.ts';
import type { Millis } from '../../kernel/ports.ts';
import { credentialFindings } from '../test/findings.ts';

/** Statuses that say nothing of what a test found. */
const withoutFindings: ReadonlySet<StatusKind> = new Set([
  'consenting',
  'propagating',
  'removed',
  'unknown',
]);

/**
 * A status beside the credential that the connector has by now: the test that it stands on may be older
 * than a replacement, or than the day from which its end is told.
 *
 * Without a credential on this computer (a backup was brought in), or with one that has ended, nothing can
 * be proven anew: green is outlined, and the reason stands first. `credential` null: there is none; `endsAt`
 * null: it has no end.
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
