import { answerCollection } from './collection.ts';
import type { Source } from './source.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import type { Rights } from './rights.ts';

/** One address of Graph. */
export interface Route {
  /** Segments joined by `/`, `{id}` for any key: the name that costs, latency and faults go by. */
  readonly name: string;
  readonly rights: Rights;
  readonly answer: (call: GraphCall) => GraphAnswer;
  /** A function such as delta: writing methods are not allowed, rather than refused. */
  readonly isFunction?: boolean;
  /** What the signed-in user may read of itself: the user's key is the first one. */
  readonly own?: boolean;
}

/** Answers a list of what a source gives. */
export const list = (source: (call: GraphCall) => Source) => (call: GraphCall) =>
  answerCollection(call, source(call));

/** The value of the route's `{id}`, by place. */
export const key = (call: GraphCall, at = 0): string => call.keys[at] ?? '';
