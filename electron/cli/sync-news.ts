import type { SyncRun } from '../contract/sync.ts';

/** How often to report a sync that is busy with one phase. Milliseconds. */
const everyMs = 10_000;

/**
 * Decides whether a report of a running sync deserves a line: each new phase and each wait immediately, and
 * otherwise changes every ten seconds, so that a long sync is visibly running.
 */
export function syncNews(now: () => number): (run: SyncRun) => boolean {
  let said = '';
  let counted = '';
  let at = 0;
  return ({ state, phase, waitingUntil, counts }) => {
    if (state !== 'running') return false;
    const place = `${phase} ${waitingUntil}`;
    const numbers = Object.values(counts).join(' ');
    const isNew = place !== said || (numbers !== counted && now() - at >= everyMs);
    if (isNew) [said, counted, at] = [place, numbers, now()];
    return isNew;
  };
}
