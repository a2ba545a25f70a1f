import { z } from 'zod';
import { guid } from '../../contract/ids.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { AccessToken } from './identity.ts';

/**
 * The claims that a test reads. Source:
 * learn.microsoft.com/entra/identity-platform/access-token-claims-reference.
 */
const claims = z.object({
  tid: guid,
  exp: z.number().int(),
  oid: guid.nullable().default(null),
  roles: z.array(z.string()).default([]),
  scp: z.string().default(''),
});

/**
 * The claims of an access token, unverified: the token is meant for Graph, and a forged one would not be
 * accepted by Graph.
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
