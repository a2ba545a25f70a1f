import { EventPublisher } from '@orpc/server';
import type { Change } from '../../contract/contract.ts';
import type { TestResult } from '../../contract/grant.ts';

/** A change inside this process. */
export interface EngineChange extends Omit<Change, 'testId'> {
  /** The stored test, if that is the change, so that services in this process need not read it again. */
  readonly test?: TestResult;
}

/** Announces a service's changes. */
export interface ChangePublisher {
  publish(change: EngineChange): void;
}

/** Reports changes to screens, so that they query again. */
export interface Changes extends ChangePublisher {
  /** Every new change, until `signal` aborts. A slow listener loses the oldest, never the newest. */
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<EngineChange>;
}

/**
 * How many changes can be queued for a slow listener. A screen that missed some queries everything
 * again anyway.
 */
const mostWaiting = 1000;

/** Makes the channel on which the engine's services announce changes. */
export function createChanges(): Changes {
  const publisher = new EventPublisher<{ change: EngineChange }>({
    maxBufferedEvents: mostWaiting,
  });
  return {
    publish: (change) => publisher.publish('change', change),
    subscribe: (signal) => publisher.subscribe('change', { signal }),
  };
}

/** The changes as they cross the contract: without the test, which a screen queries if it shows it. */
export async function* presentChanges(
  changes: AsyncIterable<EngineChange>,
): AsyncGenerator<Change> {
  for await (const { topic, tenantId, test } of changes) {
    yield { topic, tenantId, ...(test && { testId: test.id }) };
  }
}
