import { EventPublisher } from '@orpc/server';
import type { Change } from '../../contract/contract.ts';

/** Tells screens what changed, so that they ask again. */
export interface Changes {
  publish(change: Change): void;
  /** Every change from now on, until `signal` aborts. A slow listener loses the oldest, never the newest. */
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<Change>;
}

/** How many changes wait for a slow listener. A screen that missed some asks for all it shows anyway. */
const mostWaiting = 1000;

/** Makes the line on which the engine's services announce changes. */
export function createChanges(): Changes {
  const publisher = new EventPublisher<{ change: Change }>({ maxBufferedEvents: mostWaiting });
  return {
    publish: (change) => publisher.publish('change', change),
    subscribe: (signal) => publisher.subscribe('change', { signal }),
  };
}
