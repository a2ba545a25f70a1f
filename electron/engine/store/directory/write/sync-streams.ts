import type { SyncStore } from '../../../directory/sync/store.ts';
import type { Database } from '../../database/open.ts';
import type { OpenSyncs } from './syncs/open-syncs.ts';
import type { SyncRows } from './syncs/sync-rows.ts';
import type { TakeBackStream } from './undo/take-back-stream.ts';

/** Changes streams other than by pages: switches to a list, skips, drops links, adds an unplanned stream. */
export function createSyncStreams(
  database: Database,
  { runs, notes, streams, links }: SyncRows,
  open: OpenSyncs,
  takeBack: TakeBackStream,
): Pick<SyncStore, 'toList' | 'linkFailed' | 'dropLinks' | 'skipStream' | 'unnamedStreams'> {
  return {
    async toList(no, stream, deltaLink) {
      const run = open.get(no);
      database
        .transaction(() => {
          streams.toList(no, stream, deltaLink);
          notes.toList(no, stream);
        })
        .immediate();
      run.listed.add(stream);
      await open.inSteps(run, takeBack(run, stream));
      return { stream, link: null, done: false, listed: true };
    },

    async linkFailed(no, stream) {
      streams.linkFailed(no, stream);
    },

    async dropLinks(no) {
      streams.drop(no);
      links.drop(runs.get(no).tenant_no);
    },

    async skipStream(no, stream, problem) {
      streams.skip(no, stream, problem);
    },

    async unnamedStreams(no) {
      const run = open.get(no);
      const known = new Set(streams.of(no).map((row) => row.stream));
      const wanted = [...run.unnamed].filter((stream) => !known.has(stream));
      for (const stream of wanted) streams.add(no, stream, null);
      return wanted;
    },
  };
}
