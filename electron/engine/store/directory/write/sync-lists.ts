import type { SyncStore } from '../../../directory/sync/store.ts';
import { readListAnswer } from '../pages/list-answer.ts';
import type { ListWriter } from './writers/list-writer.ts';
import type { OpenSyncs } from './syncs/open-syncs.ts';
import { noCounts } from './syncs/page-counts.ts';
import { recordOf } from './syncs/run-row.ts';
import type { SyncRows } from './syncs/sync-rows.ts';
import type { UnreadObjects } from './objects/unread-objects.ts';
import type { WriteObjects } from './writers/write-objects.ts';

/** At most this many objects are requested individually at the end of a sync; the others remain noted. */
const mostReadAlone = 2_000;

/** Plans and writes what a sync requests in batches: members of groups by list, and individual objects. */
export function createSyncLists(
  { runs, notes }: Pick<SyncRows, 'runs' | 'notes'>,
  open: OpenSyncs,
  parts: {
    readonly lists: ListWriter;
    readonly unread: UnreadObjects;
    readonly writeObjects: WriteObjects;
  },
): Pick<SyncStore, 'listTasks' | 'writeLists' | 'unreadObjects' | 'writeObjects'> {
  const { lists, unread, writeObjects } = parts;
  return {
    async listTasks(no, after, limit) {
      return lists.tasks(open.get(no), after, limit);
    },

    async writeLists(no, tasks, bytes, { waited, at, date }) {
      const run = open.get(no);
      const answer = readListAnswer(bytes, date ?? at);
      const counts = noCounts();
      const again = await open.inSteps(
        run,
        (function* () {
          const found = yield* lists.write(run, tasks, answer, waited, counts);
          notes.countLists(no, counts, at);
          return found;
        })(),
      );
      return { counts: recordOf(runs.get(no)).counts, again, throttle: answer.throttle };
    },

    async unreadObjects(no) {
      return unread.toRead(no, mostReadAlone);
    },

    async writeObjects(no, asked, bytes, { at, date }) {
      const run = open.get(no);
      const counts = noCounts();
      await open.inSteps(
        run,
        (function* () {
          yield* writeObjects(run, asked, readListAnswer(bytes, date ?? at), counts);
          notes.countLists(no, counts, at);
        })(),
      );
      return recordOf(runs.get(no)).counts;
    },
  };
}
