import type { MessagePort, Worker } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import { packError, unpackError } from './sent-error.ts';
import type { Answer } from './sent-error.ts';

/** The functions of a store thread: first `open`, then calls of a room's method by name, last `close`. */
export interface ThreadFunctions {
  open(): unknown;
  call(room: string, method: string, args: readonly unknown[]): unknown;
  close(): unknown;
}

type AnsweringFunctions = {
  [K in keyof ThreadFunctions]: (...args: Parameters<ThreadFunctions[K]>) => Promise<Answer>;
};

/** Answers calls inside the thread. */
export function serveThread(port: MessagePort, functions: ThreadFunctions): void {
  const answering: AnsweringFunctions = {
    open: () => answer(() => functions.open()),
    call: (...args) => answer(() => functions.call(...args)),
    close: () => answer(() => functions.close()),
  };
  createBirpc<Record<string, never>, AnsweringFunctions>(answering, {
    post: (message) => port.postMessage(message),
    on: (listener) => void port.on('message', listener),
    timeout: -1,
  });
}

async function answer(work: () => unknown): Promise<Answer> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: packError(error) };
  }
}

/** The other end of `serveThread`: rejects with the error that the thread threw. */
export interface ThreadClient {
  open(): Promise<unknown>;
  call(room: string, method: string, args: readonly unknown[]): Promise<unknown>;
  /** Lets the thread close its files, then ends the thread. */
  close(): Promise<void>;
}

/**
 * Calls into a store thread. `ArrayBuffer` arguments are moved, not copied. If the thread ends unexpectedly,
 * every pending call rejects.
 */
export function connectThread(worker: Worker): ThreadClient {
  const calls = createBirpc<AnsweringFunctions>(
    {},
    {
      post: (message: { readonly a?: readonly unknown[] }) =>
        worker.postMessage(message, buffersIn(message.a)),
      on: (listener) => void worker.on('message', listener),
      timeout: -1,
    },
  );
  let closing = false;
  worker.on('error', (error) => calls.$close(error));
  worker.once('exit', (code) => {
    if (!closing) calls.$close(new Error(`A store thread ended by itself with ${code}.`));
  });
  return {
    open: async () => valueOf(await calls.$call('open')),
    call: async (room, method, args) => valueOf(await calls.$call('call', room, method, args)),
    async close() {
      if (closing) return;
      closing = true;
      try {
        if (!calls.$closed) valueOf(await calls.$call('close'));
      } finally {
        if (!calls.$closed) calls.$close();
        await worker.terminate();
      }
    },
  };
}

function valueOf(answer: Answer): unknown {
  if (answer.ok) return answer.value;
  throw unpackError(answer.error);
}

function buffersIn(args: readonly unknown[] | undefined): ArrayBuffer[] {
  return (args ?? [])
    .flatMap((arg): unknown[] => (Array.isArray(arg) ? arg : [arg]))
    .filter((arg) => arg instanceof ArrayBuffer);
}
