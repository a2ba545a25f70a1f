import type { AccountInfo } from '@azure/msal-node';
import type { Cloud } from '../clouds/cloud.ts';
import type { CredentialRecord, ProfileRecord } from '../connectors/store.ts';
import type { ClaimsChallenge } from '../errors/claims-challenge.ts';
import type { Millis } from '../kernel/ports.ts';
import type { DemandRecord } from './store.ts';

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
  /** Object id of whoever it is of: of an app-only token, the enterprise application in the tenant. */
  readonly objectId: string | null;
}

/** What OpenID discovery says of a domain or tenant id, without sign-in. */
export interface DiscoveredTenant {
  readonly tenantId: string;
  /** The domain or tenant id that led there, as people write it. */
  readonly name: string;
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
  /** Whether Entra refuses to send anyone back to this address; false proves nothing. Never rejects. */
  refusesRedirect(
    connector: Connector,
    tenantId: string,
    redirectUri: string,
    signal?: AbortSignal,
  ): Promise<boolean>;
  /** App-only. `fresh` goes past every cache, MSAL's included (entra-graph §10 "cache skip"). */
  appToken(
    connector: Connector,
    tenantId: string,
    options: { readonly fresh: boolean; readonly signal?: AbortSignal },
  ): Promise<AccessToken>;
  /**
   * Silent, for whoever reaches this tenant: an account that has signed in here, else one that has
   * signed in outside of its own tenant (a partner's technician); null when nobody does. What the tenant
   * demands is kept, and gone when a later call succeeds.
   */
  delegatedToken(
    connector: Connector,
    tenantId: string,
    options: { readonly fresh: boolean; readonly signal?: AbortSignal },
  ): Promise<AccessToken | null>;
  /** Interactive, in the system browser, with what the tenant demanded. Ends by `signal` too. */
  signIn(connector: Connector, tenantId: string, signal: AbortSignal): Promise<AccessToken>;
  /** Keeps what Graph demanded of a token of `delegatedToken`, so that the next sign-in fulfils it. */
  challenged(connector: Connector, tenantId: string, error: ClaimsChallenge): Promise<void>;
  /**
   * The account that a silent token could be had for, without asking the network; null when there is
   * none, or the tenant demanded a sign-in of its own.
   */
  account(connector: Connector, tenantId: string): Promise<string | null>;
  /** Who is signed in, as MSAL tells it. */
  accounts(connector: Connector): Promise<readonly AccountInfo[]>;
  /** Which tenants want a sign-in of their own. */
  demands(): Promise<readonly DemandRecord[]>;
  /** Forgets an account with all its tokens, of every tenant. */
  signOut(profileId: string, accountId: string): Promise<void>;
  /** Accounts that reach this tenant and would stay signed in if it were forgotten. Asks nobody. */
  staying(profileId: string, tenantId: string): Promise<readonly string[]>;
  /** Drops what is in memory of a connector that was removed; its tokens in the ledger went with it. */
  dropProfile(profileId: string): void;
  /** Forgets this tenant's tokens, in memory and in the ledger; an account that serves other tenants stays. */
  forget(profileId: string, tenantId: string): Promise<void>;
  /**
   * Makes the link, pinned to the tenant id, and starts the consent listener; a vendor's registration
   * leads nowhere near us, so there is none. Does not open a browser.
   */
  openConsent(connector: Connector, tenantId: string): Promise<OpenConsent>;
}
