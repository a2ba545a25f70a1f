import { createHash, timingSafeEqual } from 'node:crypto';
import type { Random } from '../engine/kernel/ports.ts';

/** What a browser holds after the one-time link was redeemed. Both are needed, always. */
export interface Session {
  /** Goes into an HttpOnly cookie. */
  readonly cookie: string;
  /** Goes into the page's sessionStorage, which is scoped by port where cookies are not. */
  readonly key: string;
}

/** One-time codes and the sessions that they were redeemed for. Only hashes are kept. */
export interface Sessions {
  /** The code that can be redeemed now; a new one after each redemption. */
  code(): string;
  /** Whether this code could be redeemed, without spending it. */
  isOpen(code: string): boolean;
  /** Spends the code; null when it is not, or no longer, the right one. */
  redeem(code: string): Session | null;
  knowsCookie(cookie: string | undefined): boolean;
  admits(cookie: string | undefined, key: string): boolean;
}

/** Keeps sessions in memory: they end with the host. */
export function createSessions(random: Random): Sessions {
  const secret = (): string => Buffer.from(random.bytes(32)).toString('base64url');
  let code = secret();
  const keyByCookie = new Map<string, Buffer>();
  const isOpen = (given: string): boolean => timingSafeEqual(hash(given), hash(code));
  return {
    code: () => code,
    isOpen,
    redeem(given) {
      if (!isOpen(given)) return null;
      code = secret();
      const session = { cookie: secret(), key: secret() };
      keyByCookie.set(hash(session.cookie).toString('hex'), hash(session.key));
      return session;
    },
    knowsCookie: (cookie) => cookie !== undefined && keyByCookie.has(hash(cookie).toString('hex')),
    admits(cookie, key) {
      const expected = cookie && keyByCookie.get(hash(cookie).toString('hex'));
      return expected ? timingSafeEqual(hash(key), expected) : false;
    },
  };
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
