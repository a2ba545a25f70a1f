import { readDeltaOrList } from './delta-or-list.ts';
import { readLists } from './read-lists.ts';
import { readStream } from './read-stream.ts';
import type { SideBySide } from './side-by-side.ts';
import type { StreamState } from './store.ts';
import type { DeltaStream } from './stream-paths.ts';
import type { Counted, SyncPorts, SyncProgressListener } from './sync-ports.ts';

/**
 * Reads one stream of a sync and, for groups, the members of those that have their own list: in parallel with
 * the stream's pages if it is a list, and the remaining ones after the last page.
 *
 * @param others stop when a list of members fails while the stream is read
 * @param counted how many there will be
 */
export async function readToEnd(
  ports: SyncPorts,
  no: number,
  state: StreamState,
  others: SideBySide,
  listener: SyncProgressListener,
  counted: Promise<Counted | null>,
): Promise<void> {
  const { signal } = others;
  const members = createMemberReading(
    async () => {
      if (state.stream === 'groups') await readLists(ports, no, signal, listener);
    },
    (error) => others.fail(error),
  );
  if (!state.done) {
    await (isDeltaState(state)
      ? readDeltaOrList(ports, no, state, signal, listener, {
          counted,
          onListPage: () => members.begin(),
        })
      : readStream(ports, no, state, signal, listener));
  }
  await members.finish();
}

/** Reads lists of members, one run at a time; each run ends when no known group is left. */
function createMemberReading(read: () => Promise<void>, fail: (error: unknown) => void) {
  let reading: Promise<void> | null = null;
  return {
    /** Does nothing while a run is in progress. */
    begin(): void {
      reading ??= read().finally(() => {
        reading = null;
      });
      reading.catch(fail);
    },
    /** Call when no more groups will arrive. */
    async finish(): Promise<void> {
      await reading;
      await read();
    },
  };
}

function isDeltaState(state: StreamState): state is StreamState & { readonly stream: DeltaStream } {
  return state.stream === 'users' || state.stream === 'groups';
}
