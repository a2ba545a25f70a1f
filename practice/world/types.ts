import type { Directory } from '../directory/types.ts';
import type { SignInRuleName } from './sign-in-rule-names.ts';

/**
 * The state of the practice cloud: everything that Microsoft would keep about
 * tenants, app registrations and grants. Plain data, so that it can be saved,
 * reset from a seed and compared by tests.
 *
 * All ids are lower-case GUIDs; all times are milliseconds on the effect clock.
 */
export interface World {
  readonly seed: number;
  readonly registrations: AppRegistration[];
  readonly tenants: Map<string, PracticeTenant>;
  readonly settings: WorldSettings;
}

/** Delays between a change and the moment when others see it (entra-graph §9.3). Milliseconds. */
export interface EffectDelays {
  /**
   * Until the token endpoint knows that a service principal was made or deleted; where absent, as
   * long as `token`. Shorter than `token`, it gives the stage of tokens without `roles`
   * (entra-graph §11 item 4).
   */
  principal?: number;
  /** Until the token endpoint puts a new grant into tokens and leaves a deleted one out. */
  token: number;
  /** Until Graph shows and honours it. */
  graph: number;
  /** Until the advanced-query index ($search, $count) shows it. */
  index: number;
}

export interface WorldSettings {
  effect: EffectDelays;
  /** 'empty' or 'forbidden': how hidden membership answers without Member.Read.Hidden (not documented; switchable). */
  hiddenMembership: 'empty' | 'forbidden';
  /** Which of the three redirects Cancel on a consent page ends in (entra-graph §1.4). */
  consentShape: ConsentShape;
  /** Lifetime of new access and id tokens, seconds. */
  tokenLifetime: number;
}

/**
 * `consentRequired`: AADSTS65004 beside `admin_consent=True` (v2). `permissionDenied`: the v1 shape,
 * without state. `accessDenied`: as the authorize endpoint says it.
 */
export type ConsentShape = 'consentRequired' | 'permissionDenied' | 'accessDenied';

/** An app registration in its publisher's home tenant. */
export interface AppRegistration {
  /** Of the application object, which only the home tenant has; not the client id. */
  readonly objectId: string;
  readonly clientId: string;
  readonly displayName: string;
  readonly createdAt: number;
  /** A deleted one stays for 30 days, and nobody can sign in with it. */
  deletedAt: number | null;
  readonly publisher: { readonly name: string; verified: boolean };
  readonly homeTenantId: string;
  multiTenant: boolean;
  redirectUris: RegisteredRedirect[];
  requiredResourceAccess: PermissionReference[];
  secrets: RegisteredSecret[];
  certificates: RegisteredCertificate[];
  disabledByMicrosoft: boolean;
  /** Deactivated by its owner: no new tokens and no sign-ins, in any tenant; nothing else changes (entra-graph §15). */
  isDisabled: boolean;
}

/** A redirect URI with its platform; ports are ignored for http loopback (entra-graph §1.5). */
export interface RegisteredRedirect {
  readonly uri: string;
  readonly platform: 'publicClient' | 'web';
}

/** A client secret: what is left of it once its value has been shown. Times on the system's clock. */
export interface RegisteredSecret {
  readonly keyId: string;
  readonly displayName: string | null;
  /** Its first three characters. */
  readonly hint: string | null;
  readonly sha256: string;
  readonly startsAt: number;
  expiresAt: number;
}

/** A certificate that assertions may be signed with. Times on the system's clock. */
export interface RegisteredCertificate {
  readonly keyId: string;
  readonly displayName: string | null;
  readonly pem: string;
  readonly notBefore: number;
  expiresAt: number;
}

/** One permission of a resource API, by id and type, never by name. */
export interface PermissionReference {
  readonly resourceAppId: string;
  readonly id: string;
  readonly type: 'delegated' | 'application';
}

export interface PracticeTenant {
  /** The word tests use: 'healthy', 'neverGranted', 'domainRefused', 'domainHarmless', 'large', 'odd', 'partner'. */
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
   * The fault of the "primary domain changed and refused" customer: tokens for these service
   * principal object ids are refused until the principal is deleted and granted again.
   */
  refusedPrincipals: string[];
  /** Conditional Access: what the tenant demands of everybody who signs in. */
  signInRules: SignInRule[];
}

/** One demand of Conditional Access (entra/sign-in-rules.ts tells what each name says and needs). */
export interface SignInRule {
  readonly name: SignInRuleName;
  /** In the `claims` that the token endpoint answers. */
  readonly policyId: string;
  readonly setAt: number;
  /** For this person alone; null: for everybody. */
  readonly userPrincipalName: string | null;
  /** How long what meets it lasts; null: for good. */
  readonly everyMinutes: number | null;
  /** Who has met it, by object id, and when. */
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
  /** Customers that this partner account reaches by GDAP, with the role that it has there (entra-graph §1.8). */
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
  /** User object ids that are assigned, for "assignment required". */
  assignedUsers: string[];
  readonly createdAt: number;
  deletedAt: number | null;
}

export interface AppRoleAssignment {
  readonly id: string;
  /** Object id of the client's service principal. */
  readonly principalId: string;
  /** Object id of Graph's service principal in this tenant. */
  readonly resourceId: string;
  readonly appRoleId: string;
  readonly createdAt: number;
  /** A deleted row stays until every clock has seen its deletion: see visibility.ts. */
  deletedAt?: number | null;
}

export interface PermissionGrant {
  readonly id: string;
  /** Object id of the client's service principal, not its appId (entra-graph §2.4). */
  readonly clientId: string;
  readonly resourceId: string;
  readonly consentType: 'AllPrincipals' | 'Principal';
  readonly principalId: string | null;
  /** Space-separated, as Graph returns it. A changed set is a new row of the same id; the old one is deleted. */
  scope: string;
  readonly createdAt: number;
  /** As in `AppRoleAssignment`. */
  deletedAt?: number | null;
}
