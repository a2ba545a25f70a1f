import { z } from 'zod';
import type { Workers } from '../../electron/engine/kernel/ports.ts';
import { builtWorkers } from './programs/workers.ts';

const callMessage = z.object({
  m: z.literal('call'),
  a: z.tuple([z.string(), z.string(), z.array(z.unknown())]),
});

/** The calls that the engine sends to the store's threads. */
export interface CountedStore {
  /** The built threads, for a host's ports. */
  readonly workers: Workers;
  /** The calls since the list was last cleared, as `room.method`, in order. */
  readonly calls: () => readonly string[];
  readonly forget: () => void;
}

/** Counts calls where the engine sends them to the threads; no product code is changed. */
export function countStoreCalls(): CountedStore {
  let calls: string[] = [];
  return {
    workers: {
      start: (name, workerData) => {
        const worker = builtWorkers.start(name, workerData);
        const post = worker.postMessage.bind(worker);
        worker.postMessage = (message: unknown, ...rest: never[]) => {
          const call = callMessage.safeParse(message);
          if (call.success) calls.push(`${call.data.a[0]}.${call.data.a[1]}`);
          post(message, ...rest);
        };
        return worker;
      },
    },
    calls: () => calls,
    forget: () => {
      calls = [];
    },
  };
}

/** Methods that write, and read only what the write needs; also those that watch for other processes. */
const writing =
  /\.(?:acquire|add|addTest|append|beat|begin|edit|end|otherWrites|put|release|relabel|replace|saveAttempt|write)$/;

/** The calls that only read. */
export function readingCalls(calls: readonly string[]): readonly string[] {
  return calls.filter((call) => !writing.test(call));
}
