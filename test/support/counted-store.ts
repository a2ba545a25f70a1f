import { z } from 'zod';
import type { Workers } from '../../electron/engine/kernel/ports.ts';
import { builtWorkers } from './programs/workers.ts';

const callMessage = z.object({
  m: z.literal('call'),
  a: z.tuple([z.string(), z.string(), z.array(z.unknown())]),
});

/** The calls that the engine sends to the threads of its store. */
export interface CountedStore {
  /** The built threads, for the ports of a host. */
  readonly workers: Workers;
  /** What was called since it was forgotten last, as `room.method`, in its order. */
  readonly calls: () => readonly string[];
  readonly forget: () => void;
}

/** Counts where the engine itself speaks to the threads: the product knows nothing of it. */
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

/** Methods that write, and read no more than they need for that; and the watch over other processes. */
const writing =
  /\.(?:acquire|add|addTest|append|beat|begin|edit|end|otherWrites|put|release|relabel|replace|saveAttempt|write)$/;

/** The calls that read. */
export function readingCalls(calls: readonly string[]): readonly string[] {
  return calls.filter((call) => !writing.test(call));
}
