import type { Text } from '../../text/create-text.ts';
import { folded, foundBy, given, meantBy } from './meant.ts';
import { UsageError } from './usage-error.ts';

/** A group as a person may mean it. */
interface Named {
  readonly id: string;
  readonly displayName: string;
}

/**
 * The group that a person means by its id or its exact name, letter case aside; null when none does.
 * Several of one name are never guessed between.
 *
 * @throws UsageError with the sentence to print
 */
export function findNamed<T extends Named>(
  text: Text,
  groups: readonly T[],
  query: string,
): T | null {
  const matches = foundBy(meantBy(query), (wanted) => {
    const byId = groups.filter(({ id }) => id === wanted);
    return byId.length > 0
      ? byId
      : groups.filter(({ displayName }) => folded(displayName) === wanted);
  });
  if (matches.length > 1) {
    const ids = matches.map(({ id }) => id).join(', ');
    throw new UsageError(text.t('cli:marks.ambiguous', { query: given(query), matches: ids }));
  }
  return matches[0] ?? null;
}
