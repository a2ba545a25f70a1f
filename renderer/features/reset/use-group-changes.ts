import { useQuery } from '@tanstack/react-query';
import type { GroupChanges } from '../../../electron/contract/reset-report.ts';
import type { Reset } from '../../../electron/contract/reset.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { syncsAround, tellsChanges } from '../../../text/reports/reset-changes.ts';

/** What changed in groups around a reset; null: can't be determined. Undefined: not fetched yet. */
export function useGroupChanges(reset: Reset | null): GroupChanges | null | undefined {
  const { comparisons } = useEngine();
  const syncs = reset && syncsAround(reset);
  const answer = useQuery({
    queryKey: keys.comparison(syncs ?? {}),
    queryFn: async () => (syncs === null ? null : await comparisons.summary(syncs)),
    enabled: syncs !== null,
    // A sync that is no longer stored will not reappear.
    retry: false,
  });
  if (reset === null || !tellsChanges(reset)) return undefined;
  if (syncs === null) return null;
  if (answer.error !== null && problemFrom(answer.error).code === 'comparison.syncGone')
    return null;
  return answer.data?.summary;
}
