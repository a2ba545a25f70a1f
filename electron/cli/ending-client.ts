/** How long aborted work may take to release its resources. Milliseconds. */
const graceMs = 2_000;

/** Settles as the work does. After the signal aborts, the work has a short time to finish. */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: abandoned, reject } = Promise.withResolvers<never>();
  let grace: NodeJS.Timeout | undefined;
  const abort = (): void => {
    grace = setTimeout(() => reject(signal.reason), graceMs);
  };
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, abandoned]);
  } finally {
    signal.removeEventListener('abort', abort);
    clearTimeout(grace);
  }
}

/**
 * Wraps a client so that every call ends when the signal aborts. The engine receives the abort; calls that
 * have nothing to stop are not awaited.
 */
export function endingWith<T extends object>(client: T, signal: AbortSignal): T {
  return bind(client, signal) as T;
}

type Call = (input: unknown, options?: object) => Promise<unknown>;

function bind(target: object, signal: AbortSignal): object {
  return new Proxy(target, {
    get: (_, name) => {
      const inner: unknown = Reflect.get(target, name);
      return typeof inner === 'function' || (typeof inner === 'object' && inner !== null)
        ? bind(inner, signal)
        : inner;
    },
    apply: async (call, _, [input, options]: [unknown, object?]) => {
      signal.throwIfAborted();
      return await untilAborted((call as Call)(input, { signal, ...options }), signal);
    },
  });
}
