import type { Directory } from '../directory/types.ts';
import type { SignInRuleName } from './sign-in-rule-names.ts';

/**
 * The state of the practice cloud: everything that Microsoft would store about tenants, app registrations and
 * grants. Plain data, so that it can be saved, reset from a seed and compared by tests.
 *
 * All IDs are lower-case GUIDs; all times are milliseconds on the effect clock.
 */
export interface World {
  readonly seed: number;
  readonly registrations: AppRegistration[];
  readonly tenants: Map<string, PracticeTenant>;
  readonly settings: WorldSettings;
}

/** Delays between a change and the moment when others see it. Milliseconds. */
export interface EffectDelays {
  /**
   * Until the token endpoint sees that a service principal was created or deleted; defaults to `token`. A
   * value shorter than `token` simulates the period of tokens without `roles`.
   */
  principal?: number;
  /** Until the token endpoint includes a new grant in tokens and omits a deleted one. */
  token: number;
  /** Until Graph shows and honors it. */
  graph: number;
  /** Until the advanced-query index ($search, $count) shows it. */
  index: number;
}

export interface WorldSettings {
  effect: EffectDelays;
  /**
   * 'empty' or 'forbidden': how hidden membership is answered without Member.Read.Hidden (not documented,
   * therefore a setting).
   */
  hiddenMembership: 'empty' | 'forbidden';
  /** Which of the three redirects follows Cancel on a consent page. */
  consentShape: ConsentShape;
  /** Lifetime of new access and ID tokens, seconds. */
  tokenLifetime: number;
}

/**
 * `consentRequired`: AADSTS65004 together with `admin_consent=True` (v2). `permissionDenied`: the v1 form,
 * without state. `accessDenied`: as the authorize endpoint reports it.
 */
export type ConsentShape = 'consentRequired' | 'permissionDenied' | 'accessDenied';

/** An app registration in its publisher's home tenant. */
export interface AppRegistration {
  /** The ID of the application object, which exists only in the home tenant; not the client ID. */
  readonly objectId: string;
  readonly clientId: string;
  readonly displayName: string;
  readonly createdAt: number;
  /** A deleted registration remains for 30 days, but can't be used to sign in. */
  deletedAt: number | null;
  readonly publisher: { readonly name: string; verified: boolean };
  readonly homeTenantId: string;
  multiTenant: boolean;
  redirectUris: RegisteredRedirect[];
  requiredResourceAccess: PermissionReference[];
  secrets: RegisteredSecret[];
  certificates: RegisteredCertificate[];
  disabledByMicrosoft: boolean;
  /** Deactivated by its owner: no new tokens and no sign-ins, in any tenant; nothing else changes. */
  isDisabled: boolean;
}

/** A redirect URI with its platform; ports are ignored for http loopback. */
export interface RegisteredRedirect {
  readonly uri: string;
  readonly platform: 'publicClient' | 'web';
}

/** A client secret without its value, which is shown only once. Times on the system's clock. */
export interface RegisteredSecret {
  readonly keyId: string;
  readonly displayName: string | null;
  /** Its first three characters. */
  readonly hint: string | null;
  readonly sha256: string;
  readonly startsAt: number;
  expiresAt: number;
}

/** A certificate with which assertions may be signed. Times on the system's clock. */
export interface RegisteredCertificate {
  readonly keyId: string;
  readonly displayName: string | null;
  readonly pem: string;
  readonly notBefore: number;
  expiresAt: number;
}

/** One permission of a resource API, by ID and type, never by name. */
export interface PermissionReference {
  readonly resourceAppId: string;
  readonly id: string;
  readonly type: 'delegated' | 'application';
}

export interface PracticeTenant {
  /**
   * The name that tests use: 'healthy', 'neverGranted', 'domainRefused', 'domainHarmless', 'large', 'odd',
   * 'partner'.
   */
  readonly key: string;
  readonly tenantId: string;
  displayName: string;
  readonly countryLetterCode: string;
  readonly createdAt: number;
  domains: Domain[];
  /** People who can sign in on the practice pages. Each is also a user of `directory`. */
  accounts: Account[];
  servicePrincipals: ServicePrincipal[];
  deletedServicePrincipals: ServicePrincipal[];
  appRoleAssignments: AppRoleAssignment[];
  permissionGrants: PermissionGrant[];
  directory: Directory;
  /**
   * The fault of the "primary domain changed and refused" customer: tokens for these service principal object
   * IDs are refused until the principal is deleted and granted again.
   */
  refusedPrincipals: string[];
  /** Conditional Access: what the tenant demands of everyone who signs in. */
  signInRules: SignInRule[];
}

/** One demand of Conditional Access (entra/sign-in-rules.ts has the message and the remedy for each name). */
export interface SignInRule {
  readonly name: SignInRuleName;
  /** Sent in the `claims` of the token endpoint's answer. */
  readonly policyId: string;
  readonly setAt: number;
  /** Applies to this person only; null: to all. */
  readonly userPrincipalName: string | null;
  /** How long a met demand remains met; null: permanently. */
  readonly everyMinutes: number | null;
  /** Who has met it, by object ID, and when. */
  met: { readonly objectId: string; readonly at: number }[];
}

export interface Domain {
  readonly name: string;
  isDefault: boolean;
  readonly isInitial: boolean;
  isVerified: boolean;
}

export type DirectoryRole =
  | 'globalAdministrator'
  | 'privilegedRoleAdministrator'
  | 'cloudApplicationAdministrator'
  | 'applicationAdministrator'
  | 'directoryReaders'
  | 'none';

export interface Account {
  readonly objectId: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly homeTenantId: string;
  readonly role: DirectoryRole;
  /** Customers that this partner account can access by GDAP, with its role in each. */
  readonly partnerAccess?: readonly {
    readonly tenantId: string;
    readonly role: DirectoryRole;
  }[];
  /** Refresh tokens issued up to this moment are refused with AADSTS50173. */
  refreshTokensRevokedAt?: number | null;
}

export interface ServicePrincipal {
  readonly objectId: string;
  readonly appId: string;
  displayName: string;
  accountEnabled: boolean;
  appRoleAssignmentRequired: boolean;
  /** Object IDs of the assigned users, for "assignment required". */
  assignedUsers: string[];
  readonly createdAt: number;
  deletedAt: number | null;
}

export interface AppRoleAssignment {
  readonly id: string;
  /** Object ID of the client's service principal. */
  readonly principalId: string;
  /** Object ID of Graph's service principal in this tenant. */
  readonly resourceId: string;
  readonly appRoleId: string;
  readonly createdAt: number;
  /** A deleted row remains until every reader has seen its deletion: see visibility.ts. */
  deletedAt?: number | null;
}

export interface PermissionGrant {
  readonly id: string;
  /** Object ID of the client's service principal, not its appId. */
  readonly clientId: string;
  readonly resourceId: string;
  readonly consentType: 'AllPrincipals' | 'Principal';
  readonly principalId: string | null;
  /**
   * Space-separated, as Graph returns it. A changed set is a new row with the same ID; the old row is marked
   * as deleted.
   */
  scope: string;
  readonly createdAt: number;
  /** As in `AppRoleAssignment`. */
  deletedAt?: number | null;
}
