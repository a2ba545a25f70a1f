import type { GroupRow } from '../../../electron/contract/directory.ts';
import type { Text } from '../../../text/create-text.ts';

/** A group's kind and its special properties: "Security, dynamic". */
export function kindWords(text: Text, group: Pick<GroupRow, 'kind' | 'flags'>): string {
  const flags = group.flags.map((flag) => text.t(`groups:flag.${flag}`).toLowerCase());
  return [text.t(`groups:kind.${group.kind}`), ...flags].join(', ');
}
