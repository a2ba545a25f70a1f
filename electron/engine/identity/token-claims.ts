import { z } from 'zod';
import { guid } from '../../contract/ids.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { AccessToken } from './identity.ts';

/** The claims that a test looks at. Source: learn.microsoft.com/entra/identity-platform/access-token-claims-reference. */
const claims = z.object({
  tid: guid,
  exp: z.number().int(),
  oid: guid.nullable().default(null),
  roles: z.array(z.string()).default([]),
  scp: z.string().default(''),
});

/**
 * What an access token says of itself, unverified: it belongs to Graph, and whoever could forge it here
 * could not make Graph accept it.
 *
 * Errors: `identity.unreadableToken`.
 */
export function readAccessToken(token: string, account: string | null): AccessToken {
  const payload = token.split('.')[1] ?? '';
  const parsed = claims.safeParse(parseJson(Buffer.from(payload, 'base64url').toString('utf8')));
  if (!parsed.success) throw new EvergrantError('identity.unreadableToken');
  return {
    token,
    expiresAt: parsed.data.exp * 1000,
    tenantId: parsed.data.tid,
    roles: parsed.data.roles,
    scopes: parsed.data.scp.split(/\s+/).filter((scope) => scope !== ''),
    account,
    objectId: parsed.data.oid,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
