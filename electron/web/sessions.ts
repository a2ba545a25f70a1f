import { createHash, timingSafeEqual } from 'node:crypto';
import type { Random } from '../engine/kernel/ports.ts';

/** What a browser holds after redeeming the one-time link. Both are always required. */
export interface Session {
  /** Stored in an HttpOnly cookie. */
  readonly cookie: string;
  /** Stored in the page's sessionStorage, which is scoped by port; cookies are not. */
  readonly key: string;
}

/** One-time codes and the sessions created with them. Only hashes are stored. */
export interface Sessions {
  /** The currently valid code; a new one after each redemption. */
  code(): string;
  /** Whether this code is valid, without using it up. */
  isOpen(code: string): boolean;
  /** Redeems the code; null if it is wrong or no longer valid. */
  redeem(code: string): Session | null;
  knowsCookie(cookie: string | undefined): boolean;
  admits(cookie: string | undefined, key: string): boolean;
}

/** Holds sessions in memory: they end with the host. */
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
