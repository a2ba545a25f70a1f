import { expect, test } from 'vitest';
import { createChanges } from '../../../kernel/changes.ts';
import { silentLog } from '../../../../../test/support/engine-rooms.ts';
import { createVirtualClock } from '../../../../../test/support/virtual-clock.ts';
import { testQuietlyUntil } from './test-quietly.ts';

test('a customer that cannot be settled does not end the settling of the others', async () => {
  const changes = createChanges();
  const settled: string[] = [];
  const both = Promise.withResolvers<void>();
  const stop = new AbortController();
  const running = testQuietlyUntil(
    {
      changes,
      clock: createVirtualClock(),
      offline: () => true,
      log: silentLog,
      watches: {
        all: () => Promise.resolve(new Map()),
        testDue: () => Promise.resolve(null),
        settle: (tenantId: string) => {
          if (tenantId === 'removed') return Promise.reject(new Error('tenant.unknown'));
          settled.push(tenantId);
          both.resolve();
          return Promise.resolve();
        },
      } as never,
    },
    stop.signal,
  );
  changes.publish({ topic: 'grants', tenantId: 'removed' });
  changes.publish({ topic: 'grants', tenantId: 'kept' });
  await both.promise;
  expect(settled).toEqual(['kept']);
  stop.abort();
  await running;
});
