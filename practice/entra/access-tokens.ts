import { randomBytes } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { VerifyAccessToken } from '../graph/graph-dependencies.ts';
import { permissionById } from '../world/permission-catalog.ts';
import type {
  Account,
  DirectoryRole,
  PracticeTenant,
  ServicePrincipal,
  World,
} from '../world/types.ts';
import { visibleAssignments } from '../world/visibility.ts';
import type { SigningKey } from './signing-key.ts';

/** The issuer and audience of tokens. */
export interface TokenIssuer {
  readonly key: SigningKey;
  readonly authorityBaseUrl: () => string;
  readonly graphBaseUrl: () => string;
  /** Seconds since 1970 on the system's clock, which MSAL also reads. */
  readonly now: () => number;
}

/** Template IDs of directory roles, as in `wids`; and the one of every member. */
const roleTemplates: Partial<Readonly<Record<DirectoryRole, readonly string[]>>> = {
  globalAdministrator: ['62e90394-69f5-4237-9190-012177145e10'],
  privilegedRoleAdministrator: ['e8611ab8-c189-46e8-94e1-60213ab1f814'],
  cloudApplicationAdministrator: ['158c047a-c907-4556-b7ef-446551a6b5f7'],
  applicationAdministrator: ['9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3'],
  directoryReaders: ['88d8e3e3-8f55-4a1e-953a-9b9898b8876b'],
};
const memberTemplate = 'b79fbf4d-3ef9-4689-8143-76b194e85509';

const claimsSchema = z.looseObject({
  tid: z.string(),
  appid: z.string(),
  oid: z.string().optional(),
  roles: z.array(z.string()).optional(),
  scp: z.string().optional(),
});

/** An app-only token for Graph, version 1 like Graph's tokens. Without a granted role it has no `roles`. */
export async function issueAppToken(
  issuer: TokenIssuer,
  world: World,
  tenant: PracticeTenant,
  principal: ServicePrincipal,
  credential: 'secret' | 'certificate',
  effectNow: number,
): Promise<string> {
  const roles = visibleAssignments(world, tenant, principal.objectId, 'token', effectNow).flatMap(
    ({ appRoleId }) => permissionById(appRoleId, 'application')?.value ?? [],
  );
  return await sign(issuer, world, tenant, {
    appid: principal.appId,
    appidacr: credential === 'secret' ? '1' : '2',
    idtyp: 'app',
    oid: principal.objectId,
    sub: principal.objectId,
    ...(roles.length > 0 && { roles }),
  });
}

/** A person's token for Graph with the granted scopes. */
export async function issueUserToken(
  issuer: TokenIssuer,
  world: World,
  tenant: PracticeTenant,
  clientId: string,
  account: Account,
  scopes: readonly string[],
): Promise<string> {
  const isMember = account.homeTenantId === tenant.tenantId;
  return await sign(issuer, world, tenant, {
    appid: clientId,
    appidacr: '0',
    idtyp: 'user',
    oid: account.objectId,
    sub: account.objectId,
    upn: account.userPrincipalName,
    name: account.displayName,
    scp: scopes.join(' '),
    wids: [...(roleTemplates[account.role] ?? []), ...(isMember ? [memberTemplate] : [])],
  });
}

/** An ID token for the requesting app (OpenID Connect Core §2). */
export async function issueIdToken(
  issuer: TokenIssuer,
  world: World,
  tenant: PracticeTenant,
  clientId: string,
  account: Account,
  nonce: string | null,
): Promise<string> {
  const { key, authorityBaseUrl, now } = issuer;
  const at = now();
  return await new SignJWT({
    aud: clientId,
    iss: `${authorityBaseUrl()}/${tenant.tenantId}/v2.0`,
    tid: tenant.tenantId,
    oid: account.objectId,
    sub: account.objectId,
    name: account.displayName,
    preferred_username: account.userPrincipalName,
    ver: '2.0',
    ...(nonce !== null && { nonce }),
  })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' })
    .setIssuedAt(at)
    .setNotBefore(at)
    .setExpirationTime(at + world.settings.tokenLifetime)
    .sign(key.privateKey);
}

async function sign(
  { key, authorityBaseUrl, graphBaseUrl, now }: TokenIssuer,
  world: World,
  tenant: PracticeTenant,
  claims: Readonly<Record<string, unknown>>,
): Promise<string> {
  const at = now();
  const uti = randomBytes(16).toString('base64url');
  return await new SignJWT({ ...claims, tid: tenant.tenantId, uti, ver: '1.0' })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' })
    .setIssuer(`${authorityBaseUrl()}/${tenant.tenantId}/`)
    .setAudience(graphBaseUrl())
    .setIssuedAt(at)
    .setNotBefore(at)
    .setExpirationTime(at + world.settings.tokenLifetime)
    .sign(key.privateKey);
}

/** Graph's check of a bearer token: signature, audience, time. */
export function createAccessTokenVerifier(issuer: TokenIssuer): VerifyAccessToken {
  return async (_world, _clock, authorization) => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return { ok: false, reason: 'Access token is empty.' };
    try {
      const { payload } = await jwtVerify(token, issuer.key.publicKey, {
        audience: issuer.graphBaseUrl(),
        algorithms: ['RS256'],
        currentDate: new Date(issuer.now() * 1_000),
      });
      return { ok: true, claims: claimsSchema.parse(payload) };
    } catch (error) {
      const expired = error instanceof Error && 'code' in error && error.code === 'ERR_JWT_EXPIRED';
      return {
        ok: false,
        reason: expired
          ? 'Lifetime validation failed, the token is expired.'
          : 'Access token validation failure. Invalid signature, audience or form.',
      };
    }
  };
}
