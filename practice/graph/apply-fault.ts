import type { Fault } from '../faults/fault-settings.ts';
import { resyncRequired } from './delta.ts';
import { contextOf, json } from './graph-call.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import { GraphError } from './graph-error.ts';

/** How a connection breaks; null when it ends normally. */
export type Drop = 'beforeAnswer' | 'inBody' | null;

/** An answer without a body. */
interface EarlyEnd {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly drop: Drop;
}

/**
 * Applies faults that end the call before it is answered; undefined for faults that only spoil the answer. A
 * part of a batch has no connection of its own to break: it ends with 504.
 *
 * @throws GraphError for faults that are errors
 */
export function applyEarly(
  fault: Fault,
  call: {
    readonly route: string;
    readonly part: boolean;
    readonly baseUrl: string;
    readonly now: number;
  },
): EarlyEnd | undefined {
  switch (fault.type) {
    case 'error':
      throw new GraphError(
        fault.status,
        fault.code,
        fault.message,
        fault.retryAfter === null ? {} : { 'Retry-After': String(fault.retryAfter) },
      );
    case 'throttled':
      throw tooManyRequests(fault.retryAfter, {
        'x-ms-throttle-information': 'CPULimitExceeded',
      });
    case 'claimsChallenge':
      throw claimsChallenge(call.now);
    case 'resync':
      throw resyncRequired(
        `${call.baseUrl}/v1.0`,
        call.route.startsWith('users') ? 'users' : 'groups',
      );
    case 'redirect':
      return { status: 302, headers: { Location: fault.location }, drop: null };
    case 'drop':
      if (call.part) throw new GraphError(504, 'UnknownError', 'The backend did not answer.');
      return fault.moment === 'beforeAnswer'
        ? { status: 504, headers: {}, drop: 'beforeAnswer' }
        : undefined;
    default:
      return undefined;
  }
}

/** 429 with the throttle's headers. `retryAfter` is seconds. */
export function tooManyRequests(
  retryAfter: number | null,
  headers: Readonly<Record<string, string>> = {},
): GraphError {
  return new GraphError(429, 'TooManyRequests', 'Please retry again later.', {
    ...headers,
    ...(retryAfter === null ? {} : { 'Retry-After': String(retryAfter) }),
  });
}

/**
 * Continuous access evaluation: the token must be newer than now (ms); the answer states the claims to send.
 */
function claimsChallenge(now: number): GraphError {
  const seconds = String(Math.floor(now / 1000));
  const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: seconds } } });
  return new GraphError(
    401,
    'InvalidAuthenticationToken',
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp.',
    {
      'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login.practice.example/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`,
    },
  );
}

/** A page without items; its nextLink is the same call, which is then answered normally. */
export function emptyPage(call: GraphCall, query: string): GraphAnswer {
  const again = JSON.stringify(`${call.baseUrl}/${call.path}${query === '' ? '' : `?${query}`}`);
  const context = JSON.stringify(contextOf(call, call.path.split('/')[0] ?? ''));
  return json(`{"@odata.context":${context},"@odata.nextLink":${again},"value":[]}`);
}

/** The body after a fault: cut in half, or with links to another host. */
export function spoiled(body: string, fault: Fault | undefined, baseUrl: string): string {
  if (fault?.type === 'malformedJson') return body.slice(0, Math.ceil(body.length / 2));
  if (fault?.type !== 'hostileLink') return body;
  const hostile = `${fault.baseUrl}/v1.0`;
  return body.replaceAll(
    /"@odata\.(nextLink|deltaLink)":"([^"]*)"/g,
    (_, name: string, link: string) => `"@odata.${name}":"${link.replace(baseUrl, hostile)}"`,
  );
}
