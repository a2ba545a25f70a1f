import type { CatalogueEntry } from './catalogue.ts';

/**
 * Microsoft Graph's error codes that Evergrant has words for, in Microsoft's spelling.
 *
 * Source: learn.microsoft.com/graph/errors, /graph/throttling, /graph/aad-advanced-queries; names of the
 * directory errors as observed (entra-graph §6.3).
 */
export const graphCatalogue: ReadonlyMap<string, CatalogueEntry> = new Map<string, CatalogueEntry>([
  ['Request_BadRequest', { retry: 'never', who: 'registrationOwner' }],
  ['Request_UnsupportedQuery', { retry: 'never', who: 'registrationOwner' }],
  ['Directory_ExpiredPageToken', { retry: 'transient', who: 'nobody' }],
  ['ExpandNotSupported', { retry: 'never', who: 'registrationOwner' }],
  ['InvalidAuthenticationToken', { retry: 'interactive', who: 'technician' }],
  ['Authorization_RequestDenied', { retry: 'wait', who: 'customerAdministrator' }],
  ['Authorization_IdentityNotFound', { retry: 'wait', who: 'technician' }],
  ['insufficient_claims', { retry: 'interactive', who: 'customerAdministrator' }],
  ['Request_ResourceNotFound', { retry: 'wait', who: 'technician' }],
  ['Directory_ObjectNotFound', { retry: 'wait', who: 'technician' }],
  ['Request_MultipleObjectsWithSameKeyValue', { retry: 'admin', who: 'customerAdministrator' }],
  ['Directory_ConcurrencyViolation', { retry: 'transient', who: 'nobody' }],
  ['Directory_QuotaExceeded', { retry: 'admin', who: 'customerAdministrator' }],
  ['resyncRequired', { retry: 'transient', who: 'nobody' }],
  ['syncStateNotFound', { retry: 'transient', who: 'nobody' }],
  ['failedDependency', { retry: 'transient', who: 'nobody' }],
  ['TooManyRequests', { retry: 'transient', who: 'nobody' }],
  ['activityLimitReached', { retry: 'transient', who: 'nobody' }],
  ['throttledRequest', { retry: 'transient', who: 'nobody' }],
  ['generalException', { retry: 'transient', who: 'nobody' }],
  ['InternalServerError', { retry: 'transient', who: 'nobody' }],
  ['NotImplemented', { retry: 'never', who: 'registrationOwner' }],
  ['serviceNotAvailable', { retry: 'transient', who: 'nobody' }],
  ['ServiceUnavailable', { retry: 'transient', who: 'nobody' }],
  ['Directory_ReplicaUnavailable', { retry: 'transient', who: 'nobody' }],
  ['gatewayTimeout', { retry: 'transient', who: 'nobody' }],
]);
