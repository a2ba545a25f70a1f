import type { Domain, PracticeTenant } from '../world/types.ts';
import { dateTime, entityType } from './entity-type.ts';

/** https://learn.microsoft.com/graph/api/resources/organization */
export const organizationType = entityType<PracticeTenant>({
  name: 'organization',
  set: 'organization',
  columns: {
    id: (tenant) => tenant.tenantId,
    deletedDateTime: () => null,
    countryLetterCode: (tenant) => tenant.countryLetterCode,
    createdDateTime: (tenant) => dateTime(tenant.createdAt),
    displayName: (tenant) => tenant.displayName,
    onPremisesSyncEnabled: () => null,
    tenantType: () => 'AAD',
    verifiedDomains: (tenant) =>
      tenant.domains
        .filter((domain) => domain.isVerified)
        .map((domain) => ({
          capabilities: 'Email, OfficeCommunicationsOnline',
          isDefault: domain.isDefault,
          isInitial: domain.isInitial,
          name: domain.name,
          type: 'Managed',
        })),
  },
  unset: `city country defaultUsageLocation mobileDeviceManagementAuthority
    onPremisesLastSyncDateTime partnerTenantType postalCode preferredLanguage privacyProfile state
    street`,
  unsetCollections: `assignedPlans businessPhones marketingNotificationEmails provisionedPlans
    securityComplianceNotificationMails securityComplianceNotificationPhones
    technicalNotificationMails`,
  defaults: `id deletedDateTime businessPhones city country countryLetterCode createdDateTime
    defaultUsageLocation displayName marketingNotificationEmails onPremisesLastSyncDateTime
    onPremisesSyncEnabled partnerTenantType postalCode preferredLanguage
    securityComplianceNotificationMails securityComplianceNotificationPhones state street
    technicalNotificationMails tenantType privacyProfile assignedPlans provisionedPlans
    verifiedDomains`,
  filters: { id: 'eq' },
});

/** https://learn.microsoft.com/graph/api/resources/domain */
export const domainType = entityType<Domain>({
  name: 'domain',
  set: 'domains',
  columns: {
    authenticationType: () => 'Managed',
    availabilityStatus: () => null,
    id: (domain) => domain.name,
    isAdminManaged: () => true,
    isDefault: (domain) => domain.isDefault,
    isInitial: (domain) => domain.isInitial,
    isRoot: () => true,
    isVerified: (domain) => domain.isVerified,
    passwordNotificationWindowInDays: () => 14,
    passwordValidityPeriodInDays: () => 2_147_483_647,
    supportedServices: (domain) =>
      domain.isVerified ? ['Email', 'OfficeCommunicationsOnline'] : [],
  },
  unset: 'manufacturer model state',
  defaults: `authenticationType availabilityStatus id isAdminManaged isDefault isInitial isRoot
    isVerified supportedServices state passwordValidityPeriodInDays
    passwordNotificationWindowInDays`,
});

/** A customer as the partner's tenant lists it. */
export interface CustomerRow {
  readonly id: string;
  readonly tenant: PracticeTenant;
  /** Template ID of the role in the relationship. */
  readonly roleTemplateId: string;
  readonly since: number;
}

/** https://learn.microsoft.com/graph/api/resources/contract: domain and name are frozen copies. */
export const contractType = entityType<CustomerRow>({
  name: 'contract',
  set: 'contracts',
  columns: {
    id: (row) => row.id,
    deletedDateTime: () => null,
    contractType: () => 'ResellerPartnerContract',
    customerId: (row) => row.tenant.tenantId,
    defaultDomainName: (row) =>
      row.tenant.domains.find((domain) => !domain.isInitial)?.name ?? null,
    displayName: (row) => row.tenant.displayName,
  },
  defaults: 'id deletedDateTime contractType customerId defaultDomainName displayName',
  filters: { customerId: 'eq', defaultDomainName: 'eq', displayName: 'eq' },
});

const etag = (id: string): string => `W/"${Buffer.from(id).toString('base64')}"`;

/** https://learn.microsoft.com/graph/api/resources/delegatedadmincustomer */
export const delegatedAdminCustomerType = entityType<CustomerRow>({
  name: 'delegatedAdminCustomer',
  set: 'tenantRelationships/delegatedAdminCustomers',
  columns: {
    '@odata.etag': (row) => etag(row.tenant.tenantId),
    id: (row) => row.tenant.tenantId,
    tenantId: (row) => row.tenant.tenantId,
    displayName: (row) => row.tenant.displayName,
  },
  defaults: '@odata.etag id tenantId displayName',
});

const twoYears = 730 * 24 * 60 * 60 * 1000;

/** https://learn.microsoft.com/graph/api/resources/delegatedadminrelationship */
export const delegatedAdminRelationshipType = entityType<CustomerRow>({
  name: 'delegatedAdminRelationship',
  set: 'tenantRelationships/delegatedAdminRelationships',
  columns: {
    '@odata.etag': (row) => etag(row.id),
    id: (row) => `${row.id}-${row.tenant.tenantId}`,
    displayName: (row) => `Managed services for ${row.tenant.displayName}`,
    duration: () => 'P730D',
    customer: (row) => ({ tenantId: row.tenant.tenantId, displayName: row.tenant.displayName }),
    accessDetails: (row) => ({ unifiedRoles: [{ roleDefinitionId: row.roleTemplateId }] }),
    status: () => 'active',
    autoExtendDuration: () => 'P180D',
    createdDateTime: (row) => dateTime(row.since),
    lastModifiedDateTime: (row) => dateTime(row.since),
    activatedDateTime: (row) => dateTime(row.since),
    endDateTime: (row) => dateTime(row.since + twoYears),
  },
  defaults: `@odata.etag id displayName duration customer accessDetails status autoExtendDuration
    createdDateTime lastModifiedDateTime activatedDateTime endDateTime`,
});

/** https://learn.microsoft.com/graph/api/resources/tenantinformation */
export const tenantInformationType = entityType<PracticeTenant>({
  name: 'tenantInformation',
  set: 'tenantInformation',
  columns: {
    tenantId: (tenant) => tenant.tenantId,
    displayName: (tenant) => tenant.displayName,
    defaultDomainName: (tenant) => tenant.domains.find((domain) => domain.isDefault)?.name ?? null,
    federationBrandName: () => null,
  },
  defaults: 'tenantId federationBrandName displayName defaultDomainName',
});
