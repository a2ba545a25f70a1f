import { answerCollection } from './collection.ts';
import type { Source } from './source.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import type { Rights } from './rights.ts';

/** One address of Graph. */
export interface Route {
  /** Segments joined by `/`, `{id}` for any key. Costs, latencies and faults refer to routes by this name. */
  readonly name: string;
  readonly rights: Rights;
  readonly answer: (call: GraphCall) => GraphAnswer;
  /** A function such as delta: writing methods get "method not allowed" instead of a refusal. */
  readonly isFunction?: boolean;
  /** What signed-in users may read about themselves: the user's key is the first one. */
  readonly own?: boolean;
}

/** Answers a list from a source. */
export const list = (source: (call: GraphCall) => Source) => (call: GraphCall) =>
  answerCollection(call, source(call));

/** The value of the route's `{id}` at an index. */
export const key = (call: GraphCall, at = 0): string => call.keys[at] ?? '';
