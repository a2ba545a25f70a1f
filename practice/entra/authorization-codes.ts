import { randomBytes } from 'node:crypto';
import type { Account } from '../world/types.ts';

/** What a person agreed to on the sign-in pages, stored until an app redeems it. */
export interface AuthorizationGrant {
  readonly clientId: string;
  readonly tenantId: string;
  readonly account: Account;
  /** Names, without a resource prefix. */
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly codeChallenge: string | null;
  readonly nonce: string | null;
}

export type RedeemedCode =
  | { readonly kind: 'good'; readonly grant: AuthorizationGrant }
  | { readonly kind: 'unknown' | 'expired' | 'used' };

/** Authorization codes: valid for ten minutes, once (RFC 6749 §4.1.2). */
export interface AuthorizationCodes {
  issue(grant: AuthorizationGrant): string;
  redeem(code: string): RedeemedCode;
}

const lifetimeMs = 10 * 60 * 1_000;

export function createAuthorizationCodes(systemNow: () => number): AuthorizationCodes {
  const codes = new Map<
    string,
    { readonly grant: AuthorizationGrant; readonly until: number; used: boolean }
  >();
  return {
    issue(grant) {
      const code = randomBytes(48).toString('base64url');
      codes.set(code, { grant, until: systemNow() + lifetimeMs, used: false });
      return code;
    },
    redeem(code) {
      const found = codes.get(code);
      if (!found) return { kind: 'unknown' };
      if (found.used) return { kind: 'used' };
      if (found.until < systemNow()) return { kind: 'expired' };
      found.used = true;
      return { kind: 'good', grant: found.grant };
    },
  };
}
