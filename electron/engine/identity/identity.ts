import type { Cloud } from '../clouds/cloud.ts';
import type { CredentialRecord, ProfileRecord } from '../connectors/store.ts';
import type { Millis } from '../ports.ts';

/** A profile ready for use: its cloud looked up and its credential at hand. */
export interface Connector {
  readonly profile: ProfileRecord;
  readonly cloud: Cloud;
  readonly credential: CredentialRecord | null;
}

/** An access token with what it says of itself. Reading claims is diagnostics: the token belongs to Graph. */
export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Millis;
  readonly tenantId: string;
  /** Application permission names, app-only tokens. */
  readonly roles: readonly string[];
  /** Delegated scope names, user tokens. */
  readonly scopes: readonly string[];
  readonly account: string | null;
}

/** What OpenID discovery says of a domain or tenant id, without sign-in. */
export interface DiscoveredTenant {
  readonly tenantId: string;
}

/** What came back on the loopback listener: a hint, until a token's `tid` or `GET /organization` confirms it. */
export type ConsentAnswer =
  | { readonly kind: 'accepted'; readonly tenantHint: string | null }
  | { readonly kind: 'declined'; readonly error: unknown }
  | { readonly kind: 'failed'; readonly error: unknown };

/** A consent that is open: its link, the answer when one comes, and the way to give it up. */
export interface OpenConsent {
  readonly url: string;
  readonly answer: Promise<ConsentAnswer>;
  close(): Promise<void>;
}

/**
 * Sign-in with Entra ID. Errors are `EvergrantError` with catalogue codes (`aadsts.NNN`, `network.*`,
 * `identity.*`); cancelling rejects with `CancelledError`.
 */
export interface Identity {
  discover(cloud: Cloud, domainOrId: string, signal?: AbortSignal): Promise<DiscoveredTenant>;
  /** App-only. `fresh` goes past every cache, MSAL's included (entra-graph §10 "cache skip"). */
  appToken(
    connector: Connector,
    tenantId: string,
    options: { readonly fresh: boolean; readonly signal?: AbortSignal },
  ): Promise<AccessToken>;
  /** Silent, for the account that is signed in to this tenant; null when nobody is. */
  delegatedToken(
    connector: Connector,
    tenantId: string,
    options: { readonly fresh: boolean; readonly signal?: AbortSignal },
  ): Promise<AccessToken | null>;
  /** Interactive, in the system browser. Ends by `signal` too. */
  signIn(connector: Connector, tenantId: string, signal: AbortSignal): Promise<AccessToken>;
  /** The account that a silent token could be had for, without asking the network. */
  account(connector: Connector, tenantId: string): Promise<string | null>;
  /** Forgets this tenant's tokens, in memory and in the ledger; an account that serves other tenants stays. */
  forget(profileId: string, tenantId: string): Promise<void>;
  /** Starts the consent listener and makes the link, pinned to the tenant id. Does not open a browser. */
  openConsent(connector: Connector, tenantId: string): Promise<OpenConsent>;
}
