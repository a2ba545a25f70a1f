import type { KeptSync } from '../contract/sync.ts';
import type { Text } from '../../text/create-text.ts';
import { timeWords } from '../../text/words/format.ts';
import { given, meantBy } from './meant.ts';
import { UsageError } from './usage-error.ts';

const dayLength = 'YYYY-MM-DD'.length;

/**
 * The two syncs that are meant, the older one first: by default the last two. A sync is meant by its
 * id, or by a date as the last one until then; a day without a time is meant to its end, in UTC.
 *
 * @param kept the newest first
 * @returns null when there are no two
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

/** Milliseconds UTC; NaN for what is no date in the form of ISO 8601. */
function momentOf(query: string): number {
  if (!/^\d{4}-\d{2}-\d{2}(?:t|$)/.test(query)) return Number.NaN;
  const whole = query.length === dayLength ? `${query}T23:59:59.999Z` : query.toUpperCase();
  return Date.parse(whole);
}
