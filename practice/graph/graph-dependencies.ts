import type { FaultStore } from '../faults/fault-store.ts';
import type { ThrottleStore } from '../throttle/throttle-store.ts';
import type { World } from '../world/types.ts';

/** What Graph reads from an access token. */
export interface AccessTokenClaims {
  /** Tenant ID. */
  readonly tid: string;
  /** Client ID. */
  readonly appid: string;
  /** Object ID of the user, or of the service principal in an app-only token. */
  readonly oid?: string | undefined;
  /** Application permissions by name; absent when none is granted. */
  readonly roles?: readonly string[] | undefined;
  /** Delegated permissions by name, space-separated; only in users' tokens. */
  readonly scp?: string | undefined;
}

export type VerifiedToken =
  | { readonly ok: true; readonly claims: AccessTokenClaims }
  | { readonly ok: false; readonly reason: string };

/** The effect clock: milliseconds since 1970, UTC. */
export interface Clock {
  now(): number;
}

export type VerifyAccessToken = (
  world: World,
  clock: Clock,
  authorizationHeader: string | undefined,
) => VerifiedToken | Promise<VerifiedToken>;

/** One answered call, for the log: never contains a token or directory data. */
export interface GraphLogEntry {
  readonly method: string;
  /** The route with `{id}` for any key. */
  readonly route: string;
  readonly status: number;
  readonly requestId: string;
  readonly tenantId: string | null;
  readonly appId: string | null;
  readonly resourceUnits: number;
  /** Whether the call is part of a batch. */
  readonly part: boolean;
}

export interface GraphDependencies {
  readonly world: World;
  readonly clock: Clock;
  readonly verifyAccessToken: VerifyAccessToken;
  /** Address before `/v1.0`, without a trailing slash; read for each answer. */
  readonly baseUrl: () => string;
  readonly faults: FaultStore;
  readonly throttle: ThrottleStore;
  readonly log: (entry: GraphLogEntry) => void;
}
