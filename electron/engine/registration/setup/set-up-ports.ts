import type { Profiles } from '../../connectors/profiles.ts';
import type { Cloud } from '../../clouds/cloud.ts';

/** A connector ready for use; for a set-up, before its profile exists. */
export type ReadyConnector = Awaited<ReturnType<Profiles['connector']>>;

/** The parts of sign-in that a set-up uses. Errors: `aadsts.*`, `identity.*`, `network.*`. */
export interface SetUpIdentity {
  discover(
    cloud: Cloud,
    domainOrId: string,
    signal?: AbortSignal,
  ): Promise<{ readonly tenantId: string }>;
  /** Whether Entra refuses this redirect URI; false proves nothing. Never rejects. */
  refusesRedirect(
    connector: ReadyConnector,
    tenantId: string,
    redirectUri: string,
    signal?: AbortSignal,
  ): Promise<boolean>;
  appToken(
    connector: ReadyConnector,
    tenantId: string,
    options: { readonly fresh: boolean; readonly signal?: AbortSignal },
  ): Promise<{ readonly token: string }>;
  /** Removes a connector's data for a tenant from memory, including its key. */
  forget(connectorId: string, tenantId: string): Promise<void>;
  /** Null when no one is signed in. */
  delegatedToken(
    connector: ReadyConnector,
    tenantId: string,
    options: { readonly fresh: boolean; readonly signal?: AbortSignal },
  ): Promise<{ readonly token: string } | null>;
}

/** The parts of Graph that a set-up uses. Errors: `graph.*`, `network.*`. */
export interface SetUpGraphs {
  withToken(
    connector: ReadyConnector,
    token: string,
  ): {
    get(
      path: string,
      options: {
        readonly signal?: AbortSignal;
        readonly retry: boolean;
        readonly priority: 'High';
      },
    ): Promise<unknown>;
  };
}

/**
 * The parts of the customers' service that it uses: the MSP's own tenant becomes a customer, because
 * the connector is granted there too.
 */
export interface SetUpTenants {
  add(asked: { readonly domainOrId: string; readonly profileId: string }): Promise<unknown>;
  /** The connector of a tenant; null when the tenant is not a customer. */
  profileOf(tenantId: string): Promise<string | null>;
}
