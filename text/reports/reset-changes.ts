import type { ComparedSyncs } from '../../electron/contract/comparison.ts';
import type { GroupChanges } from '../../electron/contract/reset-report.ts';
import type { Reset } from '../../electron/contract/reset.ts';
import type { Text } from '../create-text.ts';
import { numberWords } from '../words/format.ts';

/** The sync before a reset and the one after it; null unless both exist. */
export function syncsAround({ tenantId, before, after }: Reset): ComparedSyncs | null {
  const from = before?.sync?.id;
  const to = after?.sync?.id;
  if (from === undefined || to === undefined || from === to) return null;
  return { tenantId, from, to };
}

/**
 * Whether a report covers changes: not before the reset has reached its sync or its end, and never for an
 * off-boarding, which ends without a sync.
 */
export function tellsChanges(reset: Reset): boolean {
  if (reset.purpose === 'offBoard') return false;
  return reset.endedAt !== null || syncsAround(reset) !== null;
}

/** What changed in groups, a line each for groups and memberships; null: unknown. */
export function changeFacts(
  text: Text,
  changes: GroupChanges | null,
): readonly (readonly [label: string, value: string])[] {
  const { t } = text;
  const label = t('reset:report.changes');
  if (changes === null) return [[label, t('reset:report.changesUnknown')]];
  const { groups, memberships } = changes;
  const number = (value: number) => numberWords(text, value);
  const counts = t('reset:report.counts', {
    added: number(memberships.added),
    removed: number(memberships.removed),
  });
  return [
    [
      t('reset:report.groupsChanged'),
      t('reset:report.countsRenamed', {
        added: number(groups.added),
        removed: number(groups.removed),
        renamed: number(groups.renamed),
      }),
    ],
    [t('reset:report.membershipsChanged'), counts],
  ];
}
