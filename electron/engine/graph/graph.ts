import type { Connector } from '../identity/identity.ts';
import type { Millis } from '../kernel/ports.ts';

/** What one answer said about our budget (entra-graph §6.1). */
export interface ThrottleNews {
  /** `x-ms-throttle-limit-percentage`, 0.8 to 1.8; null below 0.8. */
  readonly limitPercentage: number | null;
  /** `x-ms-resource-unit`. */
  readonly resourceUnits: number | null;
}

/** An answer as bytes: directory pages are parsed in a worker thread. */
export interface GraphBytes {
  readonly bytes: ArrayBuffer;
  readonly requestId: string | null;
  readonly throttle: ThrottleNews;
  /** The service's own time of the answer; null where it did not tell. */
  readonly date: Millis | null;
}

export interface GraphOptions {
  readonly signal?: AbortSignal;
  /** `ConsistencyLevel: eventual`, sent again on each page. */
  readonly eventual?: boolean;
  /** `Prefer` header. */
  readonly prefer?: string;
  /** Background work is sent as Low (`x-ms-throttle-priority`), a click as High. */
  readonly priority?: 'Low' | 'Normal' | 'High';
  /** Told when the service asked us to wait, with the moment until when; null when going on. */
  readonly onWait?: (until: Millis | null) => void;
  /** Tests of a grant want the first answer, not patience: no retry of 403/404, and none at all when false. */
  readonly retry?: boolean;
}

/** One read inside a `$batch`: a path as `get` takes it, and the id by which its answer is found. */
export interface BatchPart {
  readonly id: string;
  readonly path: string;
}

/** One tenant's Graph, read-only: the guard stands between this and the network. */
export interface Graph {
  /** Parsed JSON of one answer, `unknown` until the caller's zod has parsed it. `path` begins with `/`, without version. */
  get(path: string, options?: GraphOptions): Promise<unknown>;
  /** One page as bytes. `pathOrLink` may be an absolute nextLink or deltaLink of this cloud's Graph host. */
  page(pathOrLink: string, options?: GraphOptions): Promise<GraphBytes>;
  /**
   * The answer to up to 20 reads at once, as bytes: `{responses: [{id, status, headers, body}]}` in
   * any order. What a part was refused is for the caller to read; the envelope alone is tried again.
   * Source: learn.microsoft.com/graph/json-batching; entra-graph §5.
   */
  batch(parts: readonly BatchPart[], options?: GraphOptions): Promise<GraphBytes>;
  /** Every `value` element over all pages. */
  all(path: string, options?: GraphOptions): Promise<unknown[]>;
}

/** How Graph is reached for one tenant: with a given token (a test), or with one that renews itself (a sync). */
export interface GraphFactory {
  withToken(connector: Connector, token: string): Graph;
  appOnly(connector: Connector, tenantId: string): Graph;
}
