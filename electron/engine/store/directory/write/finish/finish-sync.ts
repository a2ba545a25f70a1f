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

/** The work between the last page and the moment when a sync is shown. */
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
      /** The tenant has no shown sync yet: nothing can have changed. */
      readonly isFirst: boolean;
      /** Lists of devices or contacts that were read whole. */
      readonly things: readonly Extract<SyncStream, 'devices' | 'contacts'>[];
      /** Of a kind of which too few came nothing is gone. */
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
