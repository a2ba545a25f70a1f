import type { Text } from '../../text/create-text.ts';
import { folded, foundBy, given, meantBy } from './meant.ts';
import { UsageError } from './usage-error.ts';

/** A group that a person may refer to. */
interface Named {
  readonly id: string;
  readonly displayName: string;
}

/**
 * Finds a group by ID or exact name, ignoring letter case; null if there is none. Never guesses between
 * several groups of the same name.
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
