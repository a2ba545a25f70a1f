import type { Row } from './row.ts';

const busy = { retry: 'transient', meaning: 'busy', who: 'nobody' } as const;
const expiredLink = { retry: 'transient', meaning: 'expiredLink', who: 'nobody' } as const;
const request = { retry: 'never', meaning: 'request', who: 'support' } as const;
const absent = { retry: 'wait', meaning: 'absent', who: 'you' } as const;

/**
 * Microsoft Graph's error codes, in Microsoft's spelling.
 *
 * Source: learn.microsoft.com/graph/errors, /graph/throttling, /graph/aad-advanced-queries; names of
 * the directory errors as observed.
 */
export const graphRows = {
  'graph.Request_BadRequest': request,
  'graph.Request_UnsupportedQuery': request,
  'graph.ExpandNotSupported': request,
  'graph.NotImplemented': request,
  'graph.Directory_ExpiredPageToken': expiredLink,
  'graph.resyncRequired': expiredLink,
  'graph.syncStateNotFound': expiredLink,
  'graph.InvalidAuthenticationToken': { retry: 'interactive', meaning: 'tokenRefused', who: 'you' },
  'graph.Authorization_RequestDenied': {
    retry: 'wait',
    meaning: 'permissionMissing',
    who: 'consentAdministrator',
  },
  'graph.Authorization_IdentityNotFound': {
    retry: 'wait',
    meaning: 'unknownIdentity',
    who: 'consentAdministrator',
  },
  'graph.insufficient_claims': {
    retry: 'interactive',
    meaning: 'signInRule',
    who: 'customerAdministrator',
    demand: 'signIn',
  },
  'graph.Request_ResourceNotFound': absent,
  'graph.Directory_ObjectNotFound': absent,
  'graph.Request_MultipleObjectsWithSameKeyValue': {
    retry: 'admin',
    meaning: 'conflict',
    who: 'customerAdministrator',
    portal: 'applications',
  },
  'graph.Directory_QuotaExceeded': {
    retry: 'admin',
    meaning: 'full',
    who: 'customerAdministrator',
  },
  'graph.Directory_ConcurrencyViolation': busy,
  'graph.failedDependency': busy,
  'graph.TooManyRequests': busy,
  'graph.activityLimitReached': busy,
  'graph.throttledRequest': busy,
  'graph.generalException': busy,
  'graph.InternalServerError': busy,
  'graph.serviceNotAvailable': busy,
  'graph.ServiceUnavailable': busy,
  'graph.Directory_ReplicaUnavailable': busy,
  'graph.gatewayTimeout': busy,
} as const satisfies Readonly<Record<string, Row>>;
