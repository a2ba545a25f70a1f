import { same, who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

const notFound: ProblemText = {
  title: 'Microsoft Graph does not find the object',
  cause: 'It was deleted, or it is so new that not every part of Microsoft knows it yet.',
  cure: 'If something was just granted or created, wait a minute and try again.',
  who: who.you,
};

const throttled: ProblemText = {
  title: 'Microsoft asks to slow down',
  cause: 'This tenant or the connector has used up what Microsoft allows for the moment.',
  cure: 'Nothing to change. Evergrant waits as long as Microsoft asks and goes on.',
  who: who.nobody,
};

const unavailable: ProblemText = {
  title: 'Microsoft Graph is not available just now',
  cause: 'A passing fault of the service.',
  cure: 'Nothing to change. Evergrant tries again; you can test again in a minute.',
  who: who.nobody,
};

const startOver: ProblemText = {
  title: 'The place to continue from is no longer valid',
  cause: 'The last read is too old, or Microsoft has moved the data.',
  cure: 'Nothing to change. The list is read again from the start.',
  who: who.nobody,
};

const notSupported: ProblemText = {
  title: 'Microsoft Graph does not support the question',
  cause: 'The query is malformed or not offered in this cloud, which is a fault in Evergrant.',
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
    title: 'Microsoft Graph did not accept the token',
    cause: 'It has expired, or the Graph host and the sign-in host belong to different clouds.',
    cure: 'Test again. If it stays, check the cloud of the connector.',
    who: who.you,
  },
  'graph.Authorization_RequestDenied': {
    title: 'The permission for this read is missing',
    cause: 'It was not granted, or a grant of the last minutes has not arrived everywhere yet.',
    cure: 'If it was just granted, wait a minute or two and test again. Otherwise grant the permissions.',
    who: who.consentAdministrator,
  },
  'graph.Authorization_IdentityNotFound': {
    title: 'Microsoft Graph does not know the connector in this tenant',
    cause: 'Its enterprise application was deleted, or has not arrived everywhere yet.',
    cure: 'If it was just granted, wait a minute or two. Otherwise grant the permissions.',
    who: who.consentAdministrator,
  },
  'graph.insufficient_claims': {
    title: 'A policy of the customer asks for more',
    cause: 'Conditional Access applies to Microsoft Graph itself.',
    cure: 'Sign in again. If the connector itself is refused, the sign-in logs of the customer name the policy.',
    who: who.customerAdministrator,
  },
  'graph.Request_MultipleObjectsWithSameKeyValue': {
    title: 'Two enterprise applications claim the same name',
    cause: 'An old one is being restored while a new one is there.',
    cure: 'Have the one that is not needed deleted.',
    who: who.customerAdministrator,
  },
  'graph.Directory_ConcurrencyViolation': {
    title: 'The directory was changing at that moment',
    cause: 'Several changes met.',
    cure: 'Nothing to change. Evergrant tries again.',
    who: who.nobody,
  },
  'graph.Directory_QuotaExceeded': {
    title: 'The tenant has no room for another object',
    cause: 'The number of directory objects, deleted ones included, has reached its limit.',
    cure: 'Deleted objects can be removed for good, or the limit raised.',
    who: who.customerAdministrator,
  },
  'graph.failedDependency': {
    title: 'An earlier part of the request failed',
    cause: 'This read depended on another one.',
    cure: 'Nothing to change. Evergrant tries again.',
    who: who.nobody,
  },
  'graph.unknown': {
    title: 'Microsoft Graph refused the request ({{status}})',
    cause: 'It answered {{error}}, for which Evergrant has no explanation.',
    cure: 'Try again. If it stays, copy the details into a ticket.',
    who: who.you,
  },
  'graph.unknownDenied': {
    title: 'Microsoft Graph denied the read ({{status}})',
    cause:
      'It answered {{error}}: a permission is missing, a policy of the tenant applies, or a grant of the last minutes has not arrived everywhere yet.',
    cure: 'If something was just granted, wait a minute or two and test again. Otherwise copy the details into a ticket: the tenant’s sign-in log names the reason.',
    who: who.customerAdministrator,
  },
  'graph.unknownRequest': {
    title: 'Microsoft Graph did not accept the request ({{status}})',
    cause:
      'It answered {{error}}. Evergrant asked for something that this tenant or cloud does not offer in that way.',
    cure: 'Copy the details to whoever supports Evergrant.',
    who: who.support,
  },
  'graph.unknownBusy': {
    title: 'Microsoft Graph is not available just now ({{status}})',
    cause: 'It answered {{error}}, a fault of its own service.',
    cure: 'Nothing to change. Try again in a minute.',
    who: who.nobody,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
