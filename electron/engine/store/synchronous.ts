/** A room's asynchronous store interface as its queries implement it inside the worker thread. */
export type Synchronous<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => Promise<infer R> ? (...args: A) => R : never;
};
