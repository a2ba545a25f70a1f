import type { SyncRun } from '../contract/sync.ts';

/** A sync that is busy with one phase is reported this often. Milliseconds. */
const everyMs = 10_000;

/**
 * Decides whether a report of a running sync is worth a line: each new phase and each wait at once, and in
 * between, so that a long sync shows that it is alive, whatever has changed every ten seconds.
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
