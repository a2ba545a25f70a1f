import { timingSafeEqual } from 'node:crypto';
import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import type { Clock, Random } from '../kernel/ports.ts';
import { browserPage, browserPageHeaders } from './browser-page.ts';
import type { BrowserPage } from './browser-page.ts';
import { isStatelessDecline, readConsentAnswer } from './consent-answer.ts';
import { redirectingConsentLink } from './consent-link.ts';
import type { Connector, ConsentAnswer, OpenConsent } from './identity.ts';
import { listenOnLoopback } from './loopback.ts';
import type { Loopback, LoopbackAnswer, LoopbackRequest } from './loopback.ts';

/** How long the listener still answers a repeated redirect, in milliseconds. */
const lingerMs = 30_000;

/**
 * Opens a consent: a listener on loopback for the answer, and the link, pinned to the tenant ID.
 *
 * The answer is the first GET of the one path whose only `state` is the one of this attempt; it is compared
 * before anything else is read. One documented form of declining has no state and is accepted as such:
 * forging it ends an attempt and gains nothing. All other requests are ignored. A repeated redirect gets a
 * page for half a minute, or until `close`. After `close`, an unanswered consent rejects with
 * `CancelledError`.
 *
 * Errors: `consent.noLoopbackPort`. Source: RFC 6749 §10.12, RFC 8252 §7.3 and §8.
 */
export async function openConsent(
  ports: { readonly clock: Clock; readonly random: Random },
  connector: Connector,
  tenantId: string,
): Promise<OpenConsent> {
  const state = Buffer.from(ports.random.bytes(32)).toString('base64url');
  const { promise, resolve, reject } = Promise.withResolvers<ConsentAnswer>();
  // A caller that closes the consent may never have awaited the answer.
  promise.catch(() => {});
  const closing = new AbortController();
  let isAnswered = false;
  let port = 0;

  const settle = (query: URLSearchParams): BrowserPage => {
    if (isAnswered) return 'alreadyReceived';
    isAnswered = true;
    const answer = readConsentAnswer(query);
    resolve(answer);
    void ports.clock.sleep(lingerMs, closing.signal).then(
      () => loopback.close(),
      () => {},
    );
    return answer.kind === 'accepted' ? 'consentReceived' : 'consentDeclined';
  };

  const answer = ({ method, target, host }: LoopbackRequest): LoopbackAnswer => {
    if (host !== `localhost:${port}` && host !== `127.0.0.1:${port}`)
      return page(400, 'notExpected');
    if (target === '/favicon.ico') return { status: 204, headers: {}, body: '' };
    const url = URL.canParse(target, 'http://localhost')
      ? new URL(target, 'http://localhost')
      : null;
    if (url?.pathname !== '/') return page(404, 'notExpected');
    if (method !== 'GET') {
      return { status: 405, headers: { allow: 'GET' }, body: '' };
    }
    const states = url.searchParams.getAll('state');
    if (states.length === 0 && isStatelessDecline(url.searchParams)) {
      return page(200, settle(url.searchParams));
    }
    if (states.length !== 1 || !isSame(states[0] ?? '', state)) return page(400, 'notExpected');
    return page(200, settle(url.searchParams));
  };

  let loopback: Loopback;
  try {
    loopback = await listenOnLoopback(answer);
  } catch (error) {
    throw new EvergrantError('consent.noLoopbackPort', { retry: 'now', cause: error });
  }
  port = loopback.port;

  return {
    url: redirectingConsentLink(connector, tenantId, `http://localhost:${port}`, state),
    answer: promise,
    close: async () => {
      closing.abort(new CancelledError());
      reject(new CancelledError());
      await loopback.close();
    },
  };
}

function isSame(given: string, wanted: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(wanted);
  return a.length === b.length && timingSafeEqual(a, b);
}

function page(status: number, name: BrowserPage): LoopbackAnswer {
  return { status, headers: browserPageHeaders, body: browserPage(name) };
}
