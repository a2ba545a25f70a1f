import type { Shortfall, SyncStream } from '../../../../directory/sync/store.ts';
import type { Database } from '../../../database/open.ts';
import { createChangedGroups } from './changed-groups.ts';
import { createCloseUnseen } from './close-unseen.ts';
import type { FailedGroups } from '../objects/failed-groups.ts';
import { createFillMemberOf } from './fill-member-of.ts';
import { createGroupSizes } from './group-sizes.ts';
import type { Steps } from '../../../database/in-steps.ts';
import { createMarkHiddenMembers } from './mark-hidden-members.ts';
import type { OpenRun } from '../syncs/open-run.ts';

/** The work between the last page and showing the sync. */
export function createFinish(database: Database, failed: FailedGroups) {
  const changed = createChangedGroups(database);
  const closeUnseen = createCloseUnseen(database, changed, failed);
  const fillMemberOf = createFillMemberOf(database, changed);
  const sizes = createGroupSizes(database);
  const markHiddenMembers = createMarkHiddenMembers(database, failed);
  const touchedAreChanged = database.prepare(
    `INSERT OR IGNORE INTO changed_group (sync_no, group_no)
     SELECT sync_no, group_no FROM touched_group WHERE sync_no = ?`,
  );

  return function* finish(
    run: OpenRun,
    given: {
      /** Whether the tenant has no shown sync yet, so nothing can have changed. */
      readonly isFirst: boolean;
      /** Complete lists of devices or contacts. */
      readonly things: readonly Extract<SyncStream, 'devices' | 'contacts'>[];
      /** Kinds of which too few rows came; none of their rows is closed. */
      readonly short: Shortfall | undefined;
    },
  ): Steps<void> {
    const isFull = run.mode === 'full';
    const keep = {
      people: (given.short?.users ?? 0) > 0,
      groups: (given.short?.groups ?? 0) > 0,
    };
    if (isFull && !given.isFirst) yield* closeUnseen.all(run, keep);
    if (keep.people) yield* markHiddenMembers(run);
    for (const stream of given.things) closeUnseen.things(run, stream);
    if (isFull) {
      yield* fillMemberOf(run, given.isFirst);
      if (!given.isFirst) yield* changed.addFromRows(run);
      yield* sizes.all(run);
    } else {
      yield* sizes.touched(run);
      yield touchedAreChanged.run(run.no).changes;
    }
  };
}
