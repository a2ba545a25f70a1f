import type { PracticeTenant, World } from '../world/types.ts';
import type { FaultSettings } from '../faults/fault-settings.ts';
import type { Caller } from './caller.ts';
import type { EntityContext } from './entity-type.ts';
import type { QueryOptions } from './query-options.ts';

/** One call, or one part of a batch, with everything needed to answer it. */
export interface GraphCall {
  readonly world: World;
  readonly tenant: PracticeTenant;
  readonly context: EntityContext;
  readonly caller: Caller;
  /** Milliseconds on the effect clock. */
  readonly now: number;
  /** Ends with `/v1.0`. */
  readonly baseUrl: string;
  /** The path after `/v1.0/`, as received. */
  readonly path: string;
  /** Values of `{id}` in the route, in order. */
  readonly keys: readonly string[];
  /** Type name of a cast segment, such as `user`, or null. */
  readonly cast: string | null;
  /** Whether the path ends in `/$count`. */
  readonly counts: boolean;
  readonly query: QueryOptions;
  readonly settings: FaultSettings;
  /** A request header by lower-case name. */
  readonly header: (name: string) => string | undefined;
}

export interface GraphAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const jsonType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

export const json = (body: string): GraphAnswer => ({ status: 200, contentType: jsonType, body });

export const plainText = (body: string): GraphAnswer => ({
  status: 200,
  contentType: 'text/plain',
  body,
});

/** A link to the next page of the same call: same options, different token. */
export function linkTo(
  call: GraphCall,
  option: '$skiptoken' | '$deltatoken',
  token: string,
): string {
  return `${call.baseUrl}/${call.path}?${[...call.query.carried, `${option}=${token}`].join('&')}`;
}

/** The `@odata.context` value of the answer. */
export function contextOf(call: GraphCall, set: string, single = false): string {
  const select = call.query.values.get('$select');
  const chosen = call.query.select === null || select === undefined ? '' : `(${select})`;
  return `${call.baseUrl}/$metadata#${set}${chosen}${single ? '/$entity' : ''}`;
}
