import { createHash } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import { z } from 'zod';
import { findAccount } from '../world/find.ts';
import type { Account, World } from '../world/types.ts';
import { EntraError } from './aadsts.ts';
import type { SigningKey } from './signing-key.ts';

const contents = z.object({ client: z.string(), upn: z.string(), at: z.number() });

/**
 * Refresh tokens: sealed, so that they survive a restart; valid for every tenant that the account can access.
 */
export interface RefreshTokens {
  issue(clientId: string, account: Account): Promise<string>;
  /** @throws EntraError 70000, 50173 or 700082 */
  redeem(token: string, clientId: string): Promise<Account>;
}

const lifetimeMs = 90 * 24 * 60 * 60 * 1_000;

/**
 * Seals with a key derived from the signing key. Times are on the effect clock, so that practice can skip
 * months.
 */
export function createRefreshTokens(
  world: World,
  key: SigningKey,
  effectNow: () => number,
): RefreshTokens {
  const secret = createHash('sha256')
    .update('refresh')
    .update(key.privateKey.export({ type: 'pkcs8', format: 'der' }))
    .digest();
  const refused = (code: number, text: string, suberror?: string): EntraError =>
    new EntraError(400, 'invalid_grant', code, text, suberror === undefined ? {} : { suberror });
  return {
    issue: async (clientId, account) =>
      await new EncryptJWT({ client: clientId, upn: account.userPrincipalName, at: effectNow() })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(secret),
    async redeem(token, clientId) {
      const opened = await jwtDecrypt(token, secret).catch(() => null);
      const parsed = contents.safeParse(opened?.payload);
      if (!parsed.success || parsed.data.client !== clientId) {
        throw refused(70000, 'Provided grant is invalid or malformed.');
      }
      const { upn, at } = parsed.data;
      const account = findAccount(world, upn);
      if (!account) throw refused(50034, 'The user account does not exist in the directory.');
      if (account.refreshTokensRevokedAt && at <= account.refreshTokensRevokedAt) {
        throw refused(
          50173,
          'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
          'bad_token',
        );
      }
      if (at + lifetimeMs < effectNow()) {
        throw refused(700082, 'The refresh token has expired due to inactivity.', 'bad_token');
      }
      return account;
    },
  };
}

/** Revokes every refresh token of an account. Throws when there is no such account. */
export function revokeRefreshTokens(world: World, userPrincipalName: string, now: number): void {
  const account = findAccount(world, userPrincipalName);
  if (!account) throw new Error(`There is no account ${userPrincipalName}.`);
  account.refreshTokensRevokedAt = now;
}
