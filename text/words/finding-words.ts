import type { Finding } from '../../electron/contract/grant.ts';
import type { Text } from '../create-text.ts';

/** A finding as a sentence that says what to do. A missing parameter reads "unknown". */
export function findingWords(text: Text, finding: Finding): string {
  const unknown = text.t('common:unknown');
  const { added = unknown, removed = unknown } = finding.params;
  const none = text.t('common:none');
  return text.t(`permission:finding.${finding.kind}`, {
    permissions: unknown,
    days: unknown,
    from: unknown,
    to: unknown,
    ...finding.params,
    added: added === '' ? none : String(added),
    removed: removed === '' ? none : String(removed),
  });
}
