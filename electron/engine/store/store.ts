import type { SetAside } from './workers/open-directory.ts';
import type { ReaderRooms } from './workers/reader-rooms.ts';
import type { ThreadClient } from './workers/thread-calls.ts';
import type { OtherWrites, WriterRooms } from './workers/writer-rooms.ts';

/** A room's methods as another thread calls them. */
type Asynchronous<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : never;
};
type AsynchronousRooms<T> = { readonly [K in keyof T]: Asynchronous<T[K]> };

/** All stored data, one interface for each room. */
export interface Store
  extends AsynchronousRooms<Omit<WriterRooms, 'store'>>, AsynchronousRooms<ReaderRooms> {
  /** Which files other processes have written since the last call. */
  otherWrites(): Promise<OtherWrites>;
  /** The unusable directory that was set aside, at opening or later; null if none was. */
  setAside(): Promise<SetAside | null>;
  /** Names of the stored files of damaged directories. */
  damagedCopies(): Promise<readonly string[]>;
  /** Deletes them and returns their names. Errors: those of `problemFromFileError`. */
  dropDamagedCopies(): Promise<readonly string[]>;
  /** Closes both files after pending writes are finished. */
  close(): Promise<void>;
}

/** Implements the rooms' interfaces by calls by name. */
export function joinRooms(
  threadOf: (room: string) => Pick<ThreadClient, 'call'>,
  close: () => Promise<void>,
): Store {
  const made = new Map<string, object>();
  const roomOf = (room: string): object => {
    const known = made.get(room);
    if (known) return known;
    const methods = new Proxy(
      {},
      {
        get: (_, method) =>
          typeof method === 'string' && method !== 'then'
            ? (...args: unknown[]) => threadOf(room).call(room, method, args)
            : undefined,
      },
    );
    made.set(room, methods);
    return methods;
  };
  const names = (method: string) =>
    threadOf('store').call('store', method, []) as Promise<readonly string[]>;
  const own: Pick<
    Store,
    'otherWrites' | 'setAside' | 'damagedCopies' | 'dropDamagedCopies' | 'close'
  > = {
    damagedCopies: () => names('damagedCopies'),
    dropDamagedCopies: () => names('dropDamagedCopies'),
    setAside: () => threadOf('store').call('store', 'setAside', []) as Promise<SetAside | null>,
    otherWrites: () => threadOf('store').call('store', 'otherWrites', []) as Promise<OtherWrites>,
    close,
  };
  return new Proxy(own, {
    get: (target, name) =>
      typeof name !== 'string' || name === 'then'
        ? undefined
        : (Reflect.get(target, name) ?? roomOf(name)),
  }) as Store;
}
