import { z } from 'zod';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { Millis } from '../../kernel/ports.ts';
import { batchesAtOnce, partsPerBatch } from './batches.ts';
import { isSlowPage, listsAreFaster, measuredPages } from './choose-way.ts';
import type { ListCosts } from './choose-way.ts';

import { readStream } from './read-stream.ts';
import type { StreamState } from './store.ts';
import { latestLinks, membersUnits } from './stream-paths.ts';
import type { DeltaStream } from './stream-paths.ts';
import type { Counted, SyncPorts, SyncProgressListener } from './sync-ports.ts';

const listPageSize = 999;
const linkOnly = z.object({ '@odata.deltaLink': z.string().min(1) });

/**
 * Reads users or groups by delta, unless the first pages are so slow that a list is faster: then as a list,
 * with a delta link requested before it. Only a sync that starts at the first page chooses, and only once.
 */
export async function readDeltaOrList(
  ports: SyncPorts,
  no: number,
  state: StreamState & { readonly stream: DeltaStream },
  signal: AbortSignal,
  listener: SyncProgressListener,
  beside: {
    /** How many there will be. */
    readonly counted: Promise<Counted | null>;
    /** Called after a page of a list was written. */
    readonly onListPage: () => void;
  },
): Promise<void> {
  const { stream } = state;
  const goOn = (): boolean => {
    beside.onListPage();
    return true;
  };
  if (state.listed) {
    await readStream(ports, no, state, signal, listener, goOn);
    return;
  }
  const mayChoose = state.link === null;
  const pageMs: Millis[] = [];
  const latest = askLatestLink(ports, stream, signal, listener);
  let chosen = false;
  let objects = 0;
  const counting: SyncProgressListener = {
    ...listener,
    written(counts) {
      objects = counts[stream];
      listener.written(counts);
    },
  };
  await readStream(ports, no, state, signal, counting, async ({ tookMs, more }) => {
    if (!mayChoose || pageMs.length >= measuredPages) return true;
    pageMs.push(tookMs);
    if (!more) return true;
    // Requested in parallel with the last measured page: it takes as long as a page.
    if (pageMs.length === measuredPages - 1 && pageMs.every(isSlowPage)) {
      void latest.begin();
    }
    if (pageMs.length < measuredPages) return true;
    const counted = await beside.counted;
    chosen =
      counted !== null &&
      listsAreFaster(
        { pageMs, objects, expected: counted[stream], smallAnswerMs: counted.answerMs },
        costsOf(ports, stream),
      );
    return !chosen;
  });
  if (!chosen) return;
  ports.log.info('sync.readsLists', { stream, pageMs: Math.round(Math.max(...pageMs)) });
  const deltaLink = await latest.begin();
  if (stream === 'groups') listener.byLists();
  const list = await ports.store.toList(no, stream, deltaLink);
  await readStream(ports, no, list, signal, listener, goOn);
}

/** Requests once the link from which a later delta continues; a repeated start gets the same answer. */
function askLatestLink(
  { graph }: SyncPorts,
  stream: DeltaStream,
  signal: AbortSignal,
  listener: SyncProgressListener,
) {
  let asked: Promise<string> | null = null;
  const ask = async (): Promise<string> => {
    listener.asked();
    const answer = linkOnly.safeParse(
      await graph.get(latestLinks[stream], { signal, priority: 'Low' }),
    );
    if (answer.success) return answer.data['@odata.deltaLink'];
    throw new EvergrantError('sync.unreadablePage', {
      retry: 'after',
      params: { at: '@odata.deltaLink', found: 'missing' },
    });
  };
  return {
    begin(): Promise<string> {
      if (asked === null) {
        asked = ask();
        // If lists are not chosen in the end, this promise is never awaited.
        asked.catch(() => undefined);
      }
      return asked;
    },
  };
}

function costsOf({ budget }: SyncPorts, stream: DeltaStream): ListCosts {
  const readsMembers = stream === 'groups';
  return {
    pageSize: listPageSize,
    partsPerBatch,
    batchesAtOnce,
    batchesPerObject: readsMembers ? 1 / partsPerBatch : 0,
    budgetMs: (objects) => (readsMembers ? budget.timeFor(objects * membersUnits) : 0),
  };
}
