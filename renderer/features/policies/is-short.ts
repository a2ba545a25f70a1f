import type { PolicyGroup } from '../../../electron/contract/policy.ts';

/** Whether a marked group may have people that the last sync could not read. */
export function isShort({ findings }: Pick<PolicyGroup, 'findings'>): boolean {
  return findings.some(({ kind }) => kind === 'hidden' || kind === 'incomplete');
}
