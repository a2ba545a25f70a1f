import { EventPublisher } from '@orpc/server';
import type { Change } from '../../contract/contract.ts';
import type { TestResult } from '../../contract/grant.ts';

/** A change as this process hears of it. */
export interface EngineChange extends Omit<Change, 'testId'> {
  /** The test that was kept, where that is the change: nothing here has to read it again. */
  readonly test?: TestResult;
}

/** Announces what a service has changed. */
export interface ChangePublisher {
  publish(change: EngineChange): void;
}

/** Tells screens what changed, so that they ask again. */
export interface Changes extends ChangePublisher {
  /** Every change from now on, until `signal` aborts. A slow listener loses the oldest, never the newest. */
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<EngineChange>;
}

/** How many changes wait for a slow listener. A screen that missed some asks for all it shows anyway. */
const mostWaiting = 1000;

/** Makes the line on which the engine's services announce changes. */
export function createChanges(): Changes {
  const publisher = new EventPublisher<{ change: EngineChange }>({
    maxBufferedEvents: mostWaiting,
  });
  return {
    publish: (change) => publisher.publish('change', change),
    subscribe: (signal) => publisher.subscribe('change', { signal }),
  };
}

/** The changes as they cross the contract: a screen asks for the test, if it shows it. */
export async function* presentChanges(
  changes: AsyncIterable<EngineChange>,
): AsyncGenerator<Change> {
  for await (const { topic, tenantId, test } of changes) {
    yield { topic, tenantId, ...(test && { testId: test.id }) };
  }
}
