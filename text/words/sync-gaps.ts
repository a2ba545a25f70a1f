import type { SyncGaps } from '../../electron/contract/sync.ts';
import type { Text } from '../create-text.ts';
import { numberWords } from './format.ts';

const kinds = ['groups', 'users', 'devices', 'contacts'] as const;
const counted = ['groups', 'users'] as const;

/** What a finished sync could not read, a sentence for each kind. */
export function gapSentences(text: Text, gaps: SyncGaps): readonly string[] {
  const numbers = (count: number) => ({ count, formatted: numberWords(text, count) });
  return [
    ...kinds.flatMap((kind) =>
      gaps[kind] === 0 ? [] : [text.t(`groups:sync.gaps.${kind}`, numbers(gaps[kind]))],
    ),
    ...gaps.lists.map((list) => text.t(`groups:sync.gaps.lists.${list}`)),
    ...counted.flatMap((kind) =>
      gaps.short[kind] === 0
        ? []
        : [text.t(`groups:sync.gaps.short.${kind}`, numbers(gaps.short[kind]))],
    ),
  ];
}
