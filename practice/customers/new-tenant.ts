import { createDirectory } from '../directory/directory.ts';
import { graphAppId, permissionById } from '../world/permission-catalog.ts';
import type {
  AppRegistration,
  DirectoryRole,
  Domain,
  PracticeTenant,
  ServicePrincipal,
} from '../world/types.ts';
import { primaryDomain } from '../world/find.ts';
import type { Random } from '../world/random.ts';

const year = 365 * 24 * 60 * 60 * 1000;

export interface TenantFacts {
  readonly key: string;
  readonly displayName: string;
  /** First label of its domains, such as `alderbrook`. */
  readonly stem: string;
  readonly countryLetterCode: string;
  /** Milliseconds on the effect clock; the tenant is three years older. */
  readonly now: number;
}

/** A tenant with its domains, its administrators and the principal of Microsoft Graph. */
export function newTenant(random: Random, facts: TenantFacts): PracticeTenant {
  const createdAt = facts.now - 3 * year;
  const tenant: PracticeTenant = {
    key: facts.key,
    tenantId: random.guid(),
    displayName: facts.displayName,
    countryLetterCode: facts.countryLetterCode,
    createdAt,
    domains: [
      domain(`${facts.stem}.example`, { isDefault: true }),
      domain(`${facts.stem}.onmicrosoft.example`, { isInitial: true }),
    ],
    accounts: [],
    servicePrincipals: [principal(random, graphAppId, 'Microsoft Graph', createdAt)],
    deletedServicePrincipals: [],
    appRoleAssignments: [],
    permissionGrants: [],
    directory: createDirectory(),
    refusedPrincipals: [],
    signInRules: [],
  };
  addAccount(random, tenant, 'Morgan', 'Ashdown', 'globalAdministrator');
  addAccount(random, tenant, 'Priya', 'Raman', 'privilegedRoleAdministrator');
  addAccount(random, tenant, 'Tomás', 'Herrera', 'cloudApplicationAdministrator');
  addAccount(random, tenant, 'Nell', 'Fairweather', 'none');
  return tenant;
}

/** Makes a new verified domain the primary one; the former one remains verified. */
export function changePrimaryDomain(tenant: PracticeTenant, name: string): void {
  for (const domain of tenant.domains) domain.isDefault = false;
  tenant.domains.push(domain(name, { isDefault: true }));
}

/** A person who can sign in: a user of the directory and an account of the sign-in pages. */
export function addAccount(
  random: Random,
  tenant: PracticeTenant,
  givenName: string,
  surname: string,
  role: DirectoryRole,
): void {
  const objectId = random.guid();
  const displayName = `${givenName} ${surname}`;
  const local = `${givenName}.${surname}`.normalize('NFKD').replaceAll(/[^A-Za-z.]/g, '');
  const userPrincipalName = `${local.toLowerCase()}@${primaryDomain(tenant)}`;
  tenant.directory.addUser({
    id: objectId,
    displayName,
    givenName,
    surname,
    userPrincipalName,
    mail: userPrincipalName,
    createdAt: tenant.createdAt,
  });
  tenant.accounts.push({
    objectId,
    userPrincipalName,
    displayName,
    homeTenantId: tenant.tenantId,
    role,
  });
}

/** The result of an administrator's consent: principal, tenant-wide scopes, app roles. */
export function grant(
  random: Random,
  tenant: PracticeTenant,
  registration: AppRegistration,
  createdAt: number,
): ServicePrincipal {
  const client = principal(random, registration.clientId, registration.displayName, createdAt);
  const graph = tenant.servicePrincipals.find((one) => one.appId === graphAppId);
  if (graph === undefined) throw new Error(`${tenant.key} has no principal of Microsoft Graph`);
  tenant.servicePrincipals.push(client);
  const wanted = registration.requiredResourceAccess;
  const scopes = wanted
    .filter((one) => one.type === 'delegated')
    .flatMap((one) => permissionById(one.id, 'delegated')?.value ?? []);
  if (scopes.length > 0)
    tenant.permissionGrants.push({
      id: opaqueId(random),
      clientId: client.objectId,
      resourceId: graph.objectId,
      consentType: 'AllPrincipals',
      principalId: null,
      scope: scopes.join(' '),
      createdAt,
    });
  for (const one of wanted.filter((one) => one.type === 'application'))
    tenant.appRoleAssignments.push({
      id: opaqueId(random),
      principalId: client.objectId,
      resourceId: graph.objectId,
      appRoleId: one.id,
      createdAt,
    });
  return client;
}

/** An enterprise application unrelated to the connector. */
export function addApplication(
  random: Random,
  tenant: PracticeTenant,
  displayName: string,
): ServicePrincipal {
  const added = principal(random, random.guid(), displayName, tenant.createdAt);
  tenant.servicePrincipals.push(added);
  return added;
}

function principal(
  random: Random,
  appId: string,
  displayName: string,
  createdAt: number,
): ServicePrincipal {
  return {
    objectId: random.guid(),
    appId,
    displayName,
    accountEnabled: true,
    appRoleAssignmentRequired: false,
    assignedUsers: [],
    createdAt,
    deletedAt: null,
  };
}

function domain(name: string, flags: { isDefault?: boolean; isInitial?: boolean }): Domain {
  return { name, isDefault: false, isInitial: false, isVerified: true, ...flags };
}

/** Grant and assignment IDs are 43 URL-safe characters, not GUIDs. */
function opaqueId(random: Random): string {
  const bytes = Buffer.from((random.guid() + random.guid()).replaceAll('-', ''), 'hex');
  return bytes.toString('base64url');
}
