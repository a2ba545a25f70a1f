import type { AccountInfo } from '@azure/msal-node';
import type { Cloud } from '../clouds/cloud.ts';
import type { CredentialRecord, ProfileRecord } from '../connectors/store.ts';
import type { ClaimsChallenge } from '../errors/claims-challenge.ts';
import type { Millis } from '../kernel/ports.ts';
import type { DemandRecord } from './store.ts';

/** A profile ready for use: with its cloud and its credential. */
export interface Connector {
  readonly profile: ProfileRecord;
  readonly cloud: Cloud;
  readonly credential: CredentialRecord | null;
}

/** An access token and its claims, which are read for diagnostics only: the token is meant for Graph. */
export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Millis;
  readonly tenantId: string;
  /** Names of application permissions; app-only tokens. */
  readonly roles: readonly string[];
  /** Names of delegated scopes; user tokens. */
  readonly scopes: readonly string[];
  readonly account: string | null;
  /** Object ID of the token's subject: for an app-only token, the enterprise application in the tenant. */
  readonly objectId: string | null;
}

/** What OpenID discovery returns for a domain or tenant ID, without sign-in. */
export interface DiscoveredTenant {
  readonly tenantId: string;
  /** The domain or tenant ID that was found, in readable form. */
  readonly name: string;
}

/** What the loopback listener received: a hint, until a token's `tid` or `GET /organization` confirms it. */
export type ConsentAnswer =
  | { readonly kind: 'accepted'; readonly tenantHint: string | null }
  | { readonly kind: 'declined'; readonly error: unknown }
  | { readonly kind: 'failed'; readonly error: unknown };

/** An open consent: its link, its answer when one arrives, and how to cancel it. */
export interface OpenConsent {
  readonly url: string;
  readonly answer: Promise<ConsentAnswer>;
  close(): Promise<void>;
}

/**
 * Sign-in with Entra ID. Errors are `EvergrantError` with catalogue codes (`aadsts.NNN`, `network.*`,
 * `identity.*`); canceling rejects with `CancelledError`.
 */
export interface Identity {
  discover(cloud: Cloud, domainOrId: string, signal?: AbortSignal): Promise<DiscoveredTenant>;
  /** Whether Entra refuses to redirect to this address; false proves nothing. Never rejects. */
  refusesRedirect(
    connector: Connector,
    tenantId: string,
    redirectUri: string,
    signal?: AbortSignal,
  ): Promise<boolean>;
  /** App-only. `fresh` bypasses every cache, MSAL's included. */
  appToken(
    connector: Connector,
    tenantId: string,
    options: { readonly fresh: boolean; readonly signal?: AbortSignal },
  ): Promise<AccessToken>;
  /**
   * Silent, with an account that can sign in to this tenant: one that has signed in to it, else one that has
   * signed in to a tenant other than its own (a partner's technician); null if there is none. What the tenant
   * demands is stored, and cleared when a later call succeeds.
   */
  delegatedToken(
    connector: Connector,
    tenantId: string,
    options: { readonly fresh: boolean; readonly signal?: AbortSignal },
  ): Promise<AccessToken | null>;
  /** Interactive, in the system browser, with what the tenant demanded. Aborts with `signal`. */
  signIn(connector: Connector, tenantId: string, signal: AbortSignal): Promise<AccessToken>;
  /** Stores what Graph demanded of a token of `delegatedToken`, so that the next sign-in satisfies it. */
  challenged(connector: Connector, tenantId: string, error: ClaimsChallenge): Promise<void>;
  /**
   * The account for which a silent token could be requested, without a network request; null if there is
   * none, or the tenant demanded a separate sign-in.
   */
  account(connector: Connector, tenantId: string): Promise<string | null>;
  /** Who is signed in, according to MSAL. */
  accounts(connector: Connector): Promise<readonly AccountInfo[]>;
  /** Which tenants require a separate sign-in. */
  demands(): Promise<readonly DemandRecord[]>;
  /** Removes an account with all its tokens, of every tenant. */
  signOut(profileId: string, accountId: string): Promise<void>;
  /** Accounts used for this tenant that remain signed in if it is removed. No network request. */
  staying(profileId: string, tenantId: string): Promise<readonly string[]>;
  /** Drops what is in memory of a removed connector; its tokens in the ledger were deleted with it. */
  dropProfile(profileId: string): void;
  /**
   * Removes this tenant's tokens from memory and ledger; an account that is used for other tenants is kept.
   */
  forget(profileId: string, tenantId: string): Promise<void>;
  /**
   * Makes the link, pinned to the tenant ID, and starts the consent listener; a vendor's registration does
   * not redirect to Evergrant, so it has no listener. Does not open a browser.
   */
  openConsent(connector: Connector, tenantId: string): Promise<OpenConsent>;
}
