import type { Database } from '../../database/open.ts';
import { numbersOf } from '../read/name-order.ts';
import type { Steps } from '../../database/in-steps.ts';
import type { SyncPair } from './sync-pair.ts';

/** Index entries read between two yields, and how many of them cost as much as writing one row. */
const portion = 4000;
const entriesPerStep = 10;

/** Sorts after every text: SQLite orders BLOBs after all texts (sqlite.org/datatype3.html §4.1). */
const afterEveryText = new Uint8Array(1);

/** Finds the objects that may differ between two syncs: all that do, and some that don't. */
export function createCandidates(database: Database) {
  const groups = database
    .prepare(
      `SELECT json_group_array(DISTINCT c.group_no) FROM sync_run r
         CROSS JOIN changed_group c ON c.sync_no = r.no
       WHERE r.tenant_no = $tenant AND r.no > $from AND r.no <= $to`,
    )
    .pluck();
  const nextName = database
    .prepare(
      `SELECT sort_name FROM person INDEXED BY person_by_name
       WHERE tenant_no = ? AND sort_name > ? ORDER BY sort_name LIMIT 1 OFFSET ${portion}`,
    )
    .pluck();
  const people = database
    .prepare(
      `SELECT json_group_array(no) FROM person INDEXED BY person_by_name
       WHERE tenant_no = $tenant AND sort_name >= $first AND sort_name < $end
         AND (added_in > $from AND added_in <= $to OR removed_in > $from AND removed_in <= $to)`,
    )
    .pluck();

  return {
    /** Groups with a row or membership that was changed by a sync in between. */
    groups: (pair: SyncPair): readonly number[] => numbersOf(groups.get(pair)),
    /** People with a version that began or ended in between: one scan of the index by name. */
    *people(pair: SyncPair): Steps<readonly number[]> {
      const found = new Set<number>();
      let first = '';
      for (;;) {
        const next = nextName.get(pair.tenant, first) as string | undefined;
        const range = { ...pair, first, end: next ?? afterEveryText };
        for (const no of numbersOf(people.get(range))) found.add(no);
        if (next === undefined) return [...found];
        first = next;
        yield portion / entriesPerStep;
      }
    },
  };
}
