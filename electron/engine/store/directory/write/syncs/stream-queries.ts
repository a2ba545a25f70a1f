import { z } from 'zod';
import type { Problem } from '../../../../../contract/problem.ts';
import type { StreamState, SyncStream } from '../../../../directory/sync/store.ts';
import { readKeptProblem } from '../../../../errors/kept-problem.ts';
import type { Database } from '../../../database/open.ts';
import { syncStreams } from '../../schema/codes.ts';

const streamRow = z.object({
  stream: z.enum(syncStreams),
  next_link: z.string().nullable(),
  delta_link: z.string().nullable(),
  listed: z.number(),
  done: z.number(),
  problem: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : readKeptProblem(text))),
  failures: z.number(),
});
export type StreamRow = z.infer<typeof streamRow>;

/** A link is dropped after this many failures in a row. */
const mostFailures = 2;

/** Reads and writes the progress of each stream of a sync. */
export function createStreamQueries(database: Database) {
  const add = database.prepare(
    'INSERT INTO sync_stream (sync_no, stream, next_link) VALUES (?, ?, ?)',
  );
  const ofSync = database.prepare('SELECT * FROM sync_stream WHERE sync_no = ?');
  const pass = database.prepare(
    `UPDATE sync_stream SET next_link = ?, delta_link = coalesce(?, delta_link), done = ?, failures = 0
     WHERE sync_no = ? AND stream = ?`,
  );
  const failLink = database.prepare(
    'UPDATE sync_stream SET failures = failures + 1 WHERE sync_no = ? AND stream = ?',
  );
  const drop = database.prepare('DELETE FROM sync_stream WHERE sync_no = ?');
  const skip = database.prepare(
    'UPDATE sync_stream SET done = 1, problem = ? WHERE sync_no = ? AND stream = ?',
  );
  const askSkippedAgain = database.prepare(
    'UPDATE sync_stream SET done = 0, problem = NULL WHERE sync_no = ? AND problem IS NOT NULL',
  );
  const toList = database.prepare(
    'UPDATE sync_stream SET listed = 1, next_link = NULL, delta_link = ?, done = 0 WHERE sync_no = ? AND stream = ?',
  );

  const rowsOf = (no: number): StreamRow[] => z.array(streamRow).parse(ofSync.all(no));
  const hasFailedLink = (no: number): boolean =>
    rowsOf(no).some(({ failures }) => failures >= mostFailures);
  return {
    add: (no: number, stream: SyncStream, link: string | null) => void add.run(no, stream, link),
    of: rowsOf,
    /** The streams' states, in the order of the phases. */
    states(no: number): StreamState[] {
      const rows = rowsOf(no);
      return syncStreams.flatMap((stream) => {
        const row = rows.find((candidate) => candidate.stream === stream);
        return row ? [stateOf(row)] : [];
      });
    },
    /** Call when a page is written: stores the link to continue from. */
    pass(
      no: number,
      stream: SyncStream,
      links: { readonly nextLink: string | null; readonly deltaLink: string | null },
    ) {
      const isLast = links.nextLink === null;
      pass.run(links.nextLink, links.deltaLink, Number(isLast), no, stream);
    },
    linkFailed: (no: number, stream: SyncStream) => void failLink.run(no, stream),
    /** Whether a link of this sync failed so often that no other sync may begin with it. */
    hasFailedLink,
    /** Whether a later sync may continue where this one stopped. */
    mayGoOn: (no: number): boolean => rowsOf(no).length > 0 && !hasFailedLink(no),
    drop: (no: number) => void drop.run(no),
    skip: (no: number, stream: SyncStream, why: Problem) =>
      void skip.run(JSON.stringify(why), no, stream),
    /** Requests streams again that couldn't be read before. */
    askSkippedAgain: (no: number) => void askSkippedAgain.run(no),
    /** Switches the stream to a list. Its delta link is stored before anything else. */
    toList: (no: number, stream: 'users' | 'groups', deltaLink: string) =>
      void toList.run(deltaLink, no, stream),
  };
}

function stateOf(row: StreamRow): StreamState {
  return {
    stream: row.stream,
    link: row.next_link,
    done: row.done === 1,
    listed: row.listed === 1,
  };
}
