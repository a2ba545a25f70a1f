import type { Change } from '../../electron/contract/contract.ts';
import { createActivity } from '../../electron/engine/kernel/activity/activity.ts';
import { createTickets } from '../../electron/engine/kernel/activity/tickets.ts';
import type { Log, Random } from '../../electron/engine/kernel/ports.ts';
import { openMemoryLedger } from './memory-ledger.ts';
import { createVirtualClock } from './virtual-clock.ts';

/** A counter as the random source: two runs produce the same values, and no two values are equal. */
export function createCountingRandom(): Random {
  let count = 0;
  return {
    guid: () => {
      count += 1;
      return `${count.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
    },
    bytes: (length) => {
      count += 1;
      return new Uint8Array(length).fill(count % 256);
    },
    fraction: () => 0.5,
  };
}

/** A log that discards everything. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** What every service needs, on a virtual clock and an in-memory ledger. */
export function createRooms() {
  const ledger = openMemoryLedger();
  const clock = createVirtualClock();
  const random = createCountingRandom();
  const published: Change[] = [];
  const changes = { publish: (change: Change) => void published.push(change) };
  const tickets = createTickets({ store: ledger.tickets, changes, ofThisRun: null });
  const activity = createActivity({ store: ledger.activity, clock, random, changes, tickets });
  return { ledger, clock, random, changes, published, activity, tickets, log: silentLog };
}
export type Rooms = ReturnType<typeof createRooms>;
