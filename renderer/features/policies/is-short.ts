import type { PolicyGroup } from '../../../electron/contract/policy.ts';

/** Whether there may be people in a marked group whom the last sync could not read. */
export function isShort({ findings }: Pick<PolicyGroup, 'findings'>): boolean {
  return findings.some(({ kind }) => kind === 'hidden' || kind === 'incomplete');
}
