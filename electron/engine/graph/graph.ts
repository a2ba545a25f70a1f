import type { Connector } from '../identity/identity.ts';
import type { Millis } from '../kernel/ports.ts';

/** What one answer reported about the throttle budget. */
export interface ThrottleNews {
  /** `x-ms-throttle-limit-percentage`, 0.8 to 1.8; null below 0.8. */
  readonly limitPercentage: number | null;
  /** `x-ms-resource-unit`. */
  readonly resourceUnits: number | null;
}

/** An answer as bytes, because directory pages are parsed in a worker thread. */
export interface GraphBytes {
  readonly bytes: ArrayBuffer;
  readonly requestId: string | null;
  readonly throttle: ThrottleNews;
  /** The service's time of the answer; null if it sent none. */
  readonly date: Millis | null;
}

export interface GraphOptions {
  readonly signal?: AbortSignal;
  /** Sends `ConsistencyLevel: eventual`, on each page. */
  readonly eventual?: boolean;
  /** `Prefer` header. */
  readonly prefer?: string;
  /** Background work is sent as Low (`x-ms-throttle-priority`), a person's action as High. */
  readonly priority?: 'Low' | 'Normal' | 'High';
  /** Called when the service asked to wait, with the time until which; null when the wait is over. */
  readonly onWait?: (until: Millis | null) => void;
  /** False: no retry at all. Tests of a grant need the first answer, so they don't retry. */
  readonly retry?: boolean;
}

/** One read in a `$batch`: a path as for `get`, and the ID that identifies its answer. */
export interface BatchPart {
  readonly id: string;
  readonly path: string;
}

/** Read-only access to one tenant's Graph: every request passes the guard before the network. */
export interface Graph {
  /** The parsed JSON of one answer; callers validate it with zod. `path` starts with `/`, without version. */
  get(path: string, options?: GraphOptions): Promise<unknown>;
  /** One page as bytes. `pathOrLink` may be an absolute nextLink or deltaLink of this cloud's Graph host. */
  page(pathOrLink: string, options?: GraphOptions): Promise<GraphBytes>;
  /**
   * The answer to a batch of up to 20 reads, as bytes: `{responses: [{id, status, headers, body}]}` in any
   * order. Callers handle refused parts; only the whole batch is retried.
   *
   * Source: learn.microsoft.com/graph/json-batching.
   */
  batch(parts: readonly BatchPart[], options?: GraphOptions): Promise<GraphBytes>;
  /** Every `value` element of all pages. */
  all(path: string, options?: GraphOptions): Promise<unknown[]>;
}

/** Makes Graph clients for one tenant: with a given token (a test), or one that renews itself (a sync). */
export interface GraphFactory {
  withToken(connector: Connector, token: string): Graph;
  appOnly(connector: Connector, tenantId: string): Graph;
}
