/** The remedy of an error: P wait and repeat, T back off, I sign in, A an administrator first, N no retry. */
export type RetryLetter = 'P' | 'T' | 'I' | 'A' | 'N';

const rows: readonly (readonly [RetryLetter, oauthError: string, numbers: string])[] = [
  ['P', 'invalid_grant', '65001'],
  ['P', 'invalid_client', '650051 7000229'],
  ['P', 'unauthorized_client', '700016 700011'],
  ['T', 'temporarily_unavailable', '50033 90006 90012 90024 90033 90055 50087'],
  ['T', 'server_error', '90090 90091'],
  ['I', 'interaction_required', '16000 50072 50074 50078 50079 50097 50158'],
  ['I', 'login_required', '50058'],
  ['I', 'invalid_grant', '50020 50034 51004 50014 500208 90072 50053 50055 50076 50126 700003'],
  ['I', 'invalid_grant', '50173 50132 50133 50089 54005 501481 70000 70008 700082 70043 700005'],
  ['A', 'invalid_client', '650052'],
  ['A', 'unauthorized_client', '7000112 70001'],
  ['A', 'access_denied', '650056 90093 90094 90095 90099 900941 900981 50105 500014 500021'],
  ['A', 'access_denied', '500212 500213 50057 50131 53000 53001 53002 53003 53004'],
  ['A', 'access_denied', '530032 530034 530035'],
  ['N', 'consent_required', '65004'],
  ['N', 'invalid_grant', '5000225'],
  ['N', 'access_denied', '1003031'],
  ['N', 'invalid_resource', '65005 650057 500011 50001'],
  ['N', 'invalid_client', '7000215 7000222 7000218 700025 700027 700024'],
  ['N', 'invalid_scope', '70011 28002 700022'],
  ['N', 'invalid_tenant', '90002 900023'],
  ['N', 'invalid_request', '650054 90008 90092 50194 90130 900971 500113 50011 50059 50128'],
  ['N', 'invalid_request', '90019 90038 900382 900383 50196 900144 9002313 90013 9001023'],
];

/** One AADSTS number as the reference lists it. */
export interface EntraError {
  readonly number: string;
  readonly retry: RetryLetter;
  readonly oauthError: string;
}

/**
 * Every AADSTS number of the catalogue with the advice of the table that it comes from.
 *
 * Source: learn.microsoft.com/entra/identity-platform/reference-error-codes.
 */
export const entraErrors: readonly EntraError[] = rows.flatMap(([retry, oauthError, numbers]) =>
  numbers.split(' ').map((number) => ({ number, retry, oauthError })),
);

/** One Graph error code, its HTTP status, and the advice. */
export interface GraphError {
  readonly status: number;
  readonly code: string;
  readonly retry: RetryLetter;
}

const graph = (status: number, code: string, retry: RetryLetter): GraphError => ({
  status,
  code,
  retry,
});

/** Source: learn.microsoft.com/graph/errors. */
export const graphErrors: readonly GraphError[] = [
  graph(400, 'Request_BadRequest', 'N'),
  graph(400, 'Request_UnsupportedQuery', 'N'),
  graph(400, 'Directory_ExpiredPageToken', 'T'),
  graph(400, 'ExpandNotSupported', 'N'),
  graph(401, 'InvalidAuthenticationToken', 'I'),
  graph(403, 'Authorization_RequestDenied', 'P'),
  graph(403, 'Authorization_IdentityNotFound', 'P'),
  graph(403, 'insufficient_claims', 'I'),
  graph(404, 'Request_ResourceNotFound', 'P'),
  graph(404, 'Directory_ObjectNotFound', 'P'),
  graph(409, 'Request_MultipleObjectsWithSameKeyValue', 'A'),
  graph(409, 'Directory_ConcurrencyViolation', 'T'),
  graph(403, 'Directory_QuotaExceeded', 'A'),
  graph(410, 'resyncRequired', 'T'),
  graph(410, 'syncStateNotFound', 'T'),
  graph(424, 'failedDependency', 'T'),
  graph(429, 'TooManyRequests', 'T'),
  graph(429, 'activityLimitReached', 'T'),
  graph(429, 'throttledRequest', 'T'),
  graph(500, 'generalException', 'T'),
  graph(500, 'InternalServerError', 'T'),
  graph(501, 'NotImplemented', 'N'),
  graph(503, 'serviceNotAvailable', 'T'),
  graph(503, 'ServiceUnavailable', 'T'),
  graph(503, 'Directory_ReplicaUnavailable', 'T'),
  graph(504, 'gatewayTimeout', 'T'),
];

/** A message that Microsoft sends and that must never be shown without an explanation. */
export const microsoftWords = "Some words of Microsoft's about 'Contoso' that may change";

const ids = {
  trace: '0000aaaa-11bb-cccc-dd22-eeeeee333333',
  correlation: 'aaaa0000-bb11-2222-33cc-444444dddddd',
  at: '2026-11-25 10:00:00Z',
};

/** The correlation id of every answer made in this file. */
export const correlationId = ids.correlation;

/** `error_description` as the token endpoint and redirects format it. */
export function entraDescription(number: string): string {
  const words =
    number === '90038'
      ? "The specified tenant 'Y' belongs to the National Cloud 'MicrosoftOnline.US'. Current cloud instance 'Z' does not federate with X."
      : microsoftWords;
  return `AADSTS${number}: ${words}.\r\nTrace ID: ${ids.trace}\r\nCorrelation ID: ${ids.correlation}\r\nTimestamp: ${ids.at}`;
}

/** The body of a refused token or discovery request. Source: reference-error-codes, "Handling error codes". */
export function entraErrorBody(number: string, oauthError: string): object {
  return {
    error: oauthError,
    error_description: entraDescription(number),
    error_codes: [Number(number)],
    timestamp: ids.at,
    trace_id: ids.trace,
    correlation_id: ids.correlation,
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
  };
}

/** The query of a consent redirect that reports an error; it contains `admin_consent=True` as well. */
export function consentErrorQuery(number: string, oauthError: string): URLSearchParams {
  return new URLSearchParams({
    admin_consent: 'True',
    error: oauthError,
    error_description: entraDescription(number),
  });
}

/** The body of a refused Graph request. Source: learn.microsoft.com/graph/errors. */
export function graphErrorBody(code: string): string {
  return JSON.stringify({
    error: {
      code,
      message: microsoftWords,
      innerError: {
        date: '2026-11-25T10:00:00',
        'request-id': ids.trace,
        'client-request-id': ids.correlation,
      },
    },
  });
}
