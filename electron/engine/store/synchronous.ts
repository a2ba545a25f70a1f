/** The synchronous form of a room's store interface, which its queries implement in the worker thread. */
export type Synchronous<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => Promise<infer R> ? (...args: A) => R : never;
};
