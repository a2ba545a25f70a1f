import { same, who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const notFound: ProblemText = {
  title: 'Microsoft Graph can’t find the object',
  cause: 'It was deleted, or is so new that not all of Microsoft’s servers know it yet.',
  cure: 'If something was just granted or created, wait a minute and try again.',
  who: who.you,
};

const throttled: ProblemText = {
  title: 'Microsoft asks Evergrant to slow down',
  cause: 'This tenant or the connector has used up what Microsoft allows for the moment.',
  cure: 'No changes needed. Evergrant waits as long as Microsoft asks, then continues.',
  who: who.nobody,
};

const unavailable: ProblemText = {
  title: 'Microsoft Graph is temporarily unavailable',
  cause: 'The service has a temporary problem.',
  cure: 'No changes needed. Evergrant tries again; you can test again in a minute.',
  who: who.nobody,
};

const startOver: ProblemText = {
  title: 'The list can’t be continued where it stopped',
  cause: 'The last read is too old, or Microsoft has moved the data.',
  cure: 'No changes needed. Evergrant reads the list again from the start.',
  who: who.nobody,
};

const notSupported: ProblemText = {
  title: 'Microsoft Graph doesn’t support this query',
  cause: 'The query is malformed, or isn’t available in this cloud. That’s a fault in Evergrant.',
  cure: 'Report it with the details.',
  who: who.support,
};

/** Codes of Microsoft Graph. */
export const graphProblems = {
  ...same(['graph.Request_ResourceNotFound', 'graph.Directory_ObjectNotFound'], notFound),
  ...same(
    ['graph.TooManyRequests', 'graph.activityLimitReached', 'graph.throttledRequest'],
    throttled,
  ),
  ...same(
    [
      'graph.generalException',
      'graph.InternalServerError',
      'graph.serviceNotAvailable',
      'graph.ServiceUnavailable',
      'graph.Directory_ReplicaUnavailable',
      'graph.gatewayTimeout',
    ],
    unavailable,
  ),
  ...same(
    ['graph.resyncRequired', 'graph.syncStateNotFound', 'graph.Directory_ExpiredPageToken'],
    startOver,
  ),
  ...same(
    [
      'graph.Request_BadRequest',
      'graph.Request_UnsupportedQuery',
      'graph.ExpandNotSupported',
      'graph.NotImplemented',
    ],
    notSupported,
  ),
  'graph.InvalidAuthenticationToken': {
    title: 'Microsoft Graph didn’t accept the token',
    cause: 'It has expired, or the Graph host and the sign-in host belong to different clouds.',
    cure: 'Test again. If it keeps happening, check the connector’s cloud.',
    who: who.you,
  },
  'graph.Authorization_RequestDenied': {
    title: 'The permission for this read is missing',
    cause:
      'It wasn’t granted, or a grant from the last few minutes hasn’t taken effect everywhere yet.',
    cure: 'If it was just granted, wait a minute or two and test again. Otherwise, grant the permissions.',
    who: who.consentAdministrator,
  },
  'graph.Authorization_IdentityNotFound': {
    title: 'Microsoft Graph doesn’t know the connector in this tenant',
    cause: 'Its enterprise application was deleted, or not all of Microsoft’s servers know it yet.',
    cure: 'If it was just granted, wait a minute or two. Otherwise, grant the permissions.',
    who: who.consentAdministrator,
  },
  'graph.insufficient_claims': {
    title: 'One of the customer’s policies requires more',
    cause: 'Conditional Access applies to Microsoft Graph itself.',
    cure: 'Sign in again. If the connector itself is refused, the customer’s sign-in logs name the policy.',
    who: who.customerAdministrator,
  },
  'graph.Request_MultipleObjectsWithSameKeyValue': {
    title: 'Two enterprise applications claim the same name',
    cause: 'An old one is being restored while a new one exists.',
    cure: 'Have the one that isn’t needed deleted.',
    who: who.customerAdministrator,
  },
  'graph.Directory_ConcurrencyViolation': {
    title: 'The directory was changing at that moment',
    cause: 'Several changes happened at the same time.',
    cure: 'No changes needed. Evergrant tries again.',
    who: who.nobody,
  },
  'graph.Directory_QuotaExceeded': {
    title: 'The tenant has no room for another object',
    cause: 'The number of directory objects, including deleted ones, has reached its limit.',
    cure: 'Deleted objects that are no longer needed can be permanently deleted, or the limit can be raised.',
    who: who.customerAdministrator,
  },
  'graph.failedDependency': {
    title: 'An earlier part of the request failed',
    cause: 'This read depended on another one.',
    cure: 'No changes needed. Evergrant tries again.',
    who: who.nobody,
  },
  'graph.unknown': {
    title: 'Microsoft Graph refused the request ({{status}})',
    cause: 'It answered {{error}}. Evergrant has no explanation for it.',
    cure: 'Try again. If it keeps happening, copy the details into a ticket.',
    who: who.you,
  },
  'graph.unknownDenied': {
    title: 'Microsoft Graph denied the read ({{status}})',
    cause:
      'It answered {{error}}: a permission is missing, a policy of the tenant applies, or a grant from the last few minutes hasn’t taken effect everywhere yet.',
    cure: 'If something was just granted, wait a minute or two and test again. Otherwise, copy the details into a ticket: the tenant’s sign-in logs name the reason.',
    who: who.customerAdministrator,
  },
  'graph.unknownRequest': {
    title: 'Microsoft Graph didn’t accept the request ({{status}})',
    cause:
      'It answered {{error}}. Evergrant asked for something that this tenant or cloud doesn’t offer in that way.',
    cure: 'Send the details to your Evergrant support contact.',
    who: who.support,
  },
  'graph.unknownBusy': {
    title: 'Microsoft Graph is temporarily unavailable ({{status}})',
    cause: 'It answered {{error}}, a fault in its own service.',
    cure: 'No changes needed. Try again in a minute.',
    who: who.nobody,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
