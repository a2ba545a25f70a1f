import type { ChangeKind, ChangeSummary } from '../../../../contract/comparison.ts';
import type { Database } from '../../database/open.ts';
import type { Steps } from '../../database/in-steps.ts';
import { createFindChanges } from './find-changes.ts';
import type { Changes } from './find-changes.ts';
import type { SyncPair } from './sync-pair.ts';

/**
 * Counts the differences between two syncs of one tenant, the older one first. The syncs need not be shown
 * yet, but their rows, `member_of`, sizes and `changed_group` must be written.
 */
export function createChangeCounts(database: Database): (pair: SyncPair) => Steps<ChangeSummary> {
  const findChanges = createFindChanges(database);
  return function* changeCounts(pair) {
    return summaryOf(yield* findChanges(pair));
  };
}

export function summaryOf(changes: Changes): ChangeSummary {
  return {
    groups: countKinds(changes.groups),
    people: countKinds(changes.people),
    memberships: {
      added: changes.memberships.added.length,
      removed: changes.memberships.removed.length,
    },
  };
}

function countKinds(rows: Changes['groups']): ChangeSummary['groups'] {
  const count = (kind: ChangeKind): number => rows.filter(({ change }) => change === kind).length;
  return {
    added: count('added'),
    removed: count('removed'),
    renamed: count('renamed'),
    changed: count('changed'),
  };
}
