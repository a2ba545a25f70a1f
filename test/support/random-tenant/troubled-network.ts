import type { SyncMode } from '../../../electron/contract/sync.ts';
import type { Network, NetworkRequest } from '../../../electron/engine/kernel/ports.ts';
import { isOfSort } from './cloud-moods.ts';
import type { End, Habits } from './cloud-moods.ts';

/** A sync that may be cut off partway. */
export interface SyncAttempt {
  readonly mode: SyncMode;
  readonly end: End;
  /** Called before each request is sent; the request waits for it. */
  readonly onRequest?: (count: number) => Promise<void> | void;
}

/** The network of a test, which counts the requests and ends an attempt where it is to be cut off. */
export interface TroubledNetwork extends Network {
  /** How many `$batch` requests were made so far. */
  readonly batches: number;
  /** Counts requests for this attempt from now on. */
  begin(attempt: SyncAttempt): void;
  /** Ends the attempt: nothing more is cut off. */
  settle(): void;
  reconnect(): void;
}

/** What happens outside the network. */
interface Troubles {
  /** Called when a slow delta page takes its time. */
  readonly slowPage: () => void;
  readonly cutOff: (how: Exclude<NonNullable<End>['how'], 'offline'>) => void;
}

export function createTroubledNetwork(
  network: Network,
  habits: Habits,
  troubles: Troubles,
): TroubledNetwork {
  const none: SyncAttempt = { mode: 'auto', end: null };
  let attempt = none;
  let requests = 0;
  let ofEnd = 0;
  let batches = 0;
  const counting = new Set<Promise<unknown>>();
  let isOffline = false;

  const cutOff = (place: number, answered: boolean): void => {
    const { end } = attempt;
    if (end === null || end.requests !== place || end.answered !== answered) return;
    if (end.how === 'offline') isOffline = true;
    else troubles.cutOff(end.how);
  };
  const carry = async (request: NetworkRequest, place: number): Promise<Response> => {
    await attempt.onRequest?.(requests);
    cutOff(place, false);
    if (isOffline) throw Object.assign(new Error('no network'), { code: 'ENOTFOUND' });
    if (habits.slowDelta && isOfSort(request.url, 'delta')) {
      // Only the delta is slow: requests sent in parallel are answered before that time passes.
      await Promise.all(counting);
      troubles.slowPage();
    }
    const response = await network.send(request);
    cutOff(place, true);
    return response;
  };
  return {
    get batches() {
      return batches;
    },
    begin(begun) {
      attempt = begun;
      requests = 0;
      ofEnd = 0;
      isOffline = false;
    },
    settle: () => void (attempt = none),
    reconnect: () => void (isOffline = false),
    async send(request: NetworkRequest) {
      requests += 1;
      const isMeant = attempt.end !== null && isOfSort(request.url, attempt.end.of);
      if (isMeant) ofEnd += 1;
      const place = isMeant ? ofEnd : Number.NaN;
      if (isOfSort(request.url, 'batch')) batches += 1;
      const answer = carry(request, place);
      if (isOfSort(request.url, 'count')) {
        const counted = answer.catch(() => undefined).finally(() => counting.delete(counted));
        counting.add(counted);
      }
      return await answer;
    },
  };
}
