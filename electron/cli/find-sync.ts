import type { KeptSync } from '../contract/sync.ts';
import type { Text } from '../../text/create-text.ts';
import { timeWords } from '../../text/words/format.ts';
import { given, meantBy } from './meant.ts';
import { UsageError } from './usage-error.ts';

const dayLength = 'YYYY-MM-DD'.length;

/**
 * The two syncs to compare, the older one first; by default the last two. A sync is named by its ID or by a
 * date, which selects the last sync up to that time. A date without a time includes the whole day, in UTC.
 *
 * @param kept newest first
 * @returns null when there are fewer than two
 * @throws UsageError with the sentence to print
 */
export function findSyncs(
  text: Text,
  kept: readonly KeptSync[],
  { from, to }: { readonly from?: string; readonly to?: string },
): { readonly from: KeptSync; readonly to: KeptSync } | null {
  const newest = kept[0];
  if (newest === undefined) return null;
  const later = to === undefined ? newest : findSync(text, kept, to);
  const earlier = from === undefined ? kept[kept.indexOf(later) + 1] : findSync(text, kept, from);
  return earlier === undefined ? null : { from: earlier, to: later };
}

function findSync(text: Text, kept: readonly KeptSync[], query: string): KeptSync {
  const wanted = meantBy(query).at(-1) ?? '';
  const until = momentOf(wanted);
  const found =
    kept.find(({ id }) => id === wanted) ??
    kept.find(({ finishedAt }) => Date.parse(finishedAt) <= until);
  if (found) return found;
  const list = kept.map(({ id, finishedAt }) =>
    text.t('cli:compare.keptSync', { id, at: timeWords(text, finishedAt) }),
  );
  throw new UsageError(
    text.t('cli:compare.unknownSync', { query: given(query), kept: list.join(', ') }),
  );
}

/** Milliseconds UTC; NaN if the text is not an ISO 8601 date. */
function momentOf(query: string): number {
  if (!/^\d{4}-\d{2}-\d{2}(?:t|$)/.test(query)) return Number.NaN;
  const whole = query.length === dayLength ? `${query}T23:59:59.999Z` : query.toUpperCase();
  return Date.parse(whole);
}
