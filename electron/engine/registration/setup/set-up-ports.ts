import type { Profiles } from '../../connectors/profiles.ts';
import type { Cloud } from '../../clouds/cloud.ts';

/** A connector ready for use; of a set-up, before it is a profile. */
export type ReadyConnector = Awaited<ReturnType<Profiles['connector']>>;

/** What setting up needs of sign-in. Errors: `aadsts.*`, `identity.*`, `network.*`. */
export interface SetUpIdentity {
  discover(
    cloud: Cloud,
    domainOrId: string,
    signal?: AbortSignal,
  ): Promise<{ readonly tenantId: string }>;
  /** Whether Entra refuses to send anyone back to this address; false proves nothing. Never rejects. */
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
  /** Forgets what is in memory of a connector in a tenant, its key too. */
  forget(connectorId: string, tenantId: string): Promise<void>;
  /** Null when nobody is signed in. */
  delegatedToken(
    connector: ReadyConnector,
    tenantId: string,
    options: { readonly fresh: boolean; readonly signal?: AbortSignal },
  ): Promise<{ readonly token: string } | null>;
}

/** What it needs of Graph. Errors: `graph.*`, `network.*`. */
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

/** What it needs of customers: the MSP's own tenant becomes one, for the connector is granted there too. */
export interface SetUpTenants {
  add(asked: { readonly domainOrId: string; readonly profileId: string }): Promise<unknown>;
  /** The connector with which a tenant is here; null when it is not. */
  profileOf(tenantId: string): Promise<string | null>;
}
