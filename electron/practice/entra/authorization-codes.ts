import { createHash, randomBytes } from 'node:crypto';
import type { Account } from '../world/types.ts';
import { AadstsError } from './aadsts-error.ts';

const tenMinutes = 10 * 60 * 1000;

/** What a code was given out for. */
export interface CodeContent {
  readonly tenantId: string;
  readonly clientId: string;
  readonly account: Account;
  readonly redirectUri: string;
  /** S256 challenge; undefined when the client sent none. */
  readonly challenge: string | undefined;
  readonly nonce: string | undefined;
  /** The `scope` of the request. */
  readonly scope: string;
  /** Delegated permissions that were just consented to: good here before the grant takes effect. */
  readonly consented: readonly string[];
}

/** Authorization codes: single use, ten minutes, bound to their PKCE challenge (RFC 7636). */
export interface AuthorizationCodes {
  issue(content: CodeContent): string;
  /** Throws AADSTS 54005 (used before), 70008 (lapsed), 70000 (unknown), 501481 (wrong verifier). */
  redeem(code: string, verifier: string | undefined): CodeContent;
}

/** Keeps codes in memory: a restart ends the sign-ins that are under way, as it does at Microsoft. */
export function createAuthorizationCodes(now: () => number): AuthorizationCodes {
  const kept = new Map<string, { content: CodeContent; expiresAt: number; isUsed: boolean }>();
  return {
    issue(content) {
      for (const [code, { expiresAt }] of kept) if (expiresAt < now()) kept.delete(code);
      const code = `1.${randomBytes(48).toString('base64url')}`;
      kept.set(code, { content, expiresAt: now() + tenMinutes, isUsed: false });
      return code;
    },
    redeem(code, verifier) {
      const found = kept.get(code);
      if (found === undefined) {
        throw grantError(70000, 'The provided value for the code parameter is not valid.');
      }
      if (found.isUsed) {
        throw grantError(
          54005,
          'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
        );
      }
      found.isUsed = true;
      if (found.expiresAt < now()) {
        throw grantError(70008, 'The provided authorization code or refresh token has expired.');
      }
      const { challenge } = found.content;
      const given = createHash('sha256')
        .update(verifier ?? '')
        .digest('base64url');
      if (challenge !== undefined && given !== challenge) {
        throw grantError(
          501481,
          'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
        );
      }
      return found.content;
    },
  };
}

function grantError(code: number, text: string): AadstsError {
  return new AadstsError({ code, error: 'invalid_grant', text });
}
