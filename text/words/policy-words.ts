import type { PolicyFinding } from '../../electron/contract/policy.ts';
import type { Text } from '../create-text.ts';

/** Whether a policy can rely on a group: yes; yes, with something to note; no. */
export type Reliance = 'sound' | 'known' | 'doubtful';

/** Findings that are harmless once they are known. */
const worthKnowing: ReadonlySet<PolicyFinding['kind']> = new Set([
  'onlyNested',
  'guests',
  'disabledPeople',
  'sameName',
]);

/** The summary of a group's findings: one that breaks a policy outweighs all that are only worth knowing. */
export function relianceOf(findings: readonly PolicyFinding[]): Reliance {
  if (findings.some(({ kind }) => !worthKnowing.has(kind))) return 'doubtful';
  return findings.length === 0 ? 'sound' : 'known';
}

/** One finding as a sentence. */
export function policyFindingWords(text: Text, finding: PolicyFinding): string {
  return text.t(`policies:finding.${finding.kind}`, { count: finding.count ?? 1 });
}
