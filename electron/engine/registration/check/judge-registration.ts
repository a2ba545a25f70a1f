import type { Permission } from '../../../contract/grant.ts';
import type { RegistrationCheck, RegistrationCheckKind } from '../../../contract/set-up.ts';
import {
  graphAppId,
  isSignInPermission,
  readingPermission,
  writingPermissionName,
} from '../../connectors/reading-permissions.ts';
import type { Registration } from './registration.ts';
import { redirectUri } from '../setup/scripts/registration-wish.ts';

/** The rows about a registration that was read, except the one about its certificate. */
export function judgeRegistration(
  found: Registration,
  required: readonly Permission[],
): readonly RegistrationCheck[] {
  return [
    right('application', { name: found.displayName }),
    judgeRedirect(found),
    judgePermissions(found, required),
    judgeAudience(found),
    judgePublisher(found),
  ];
}

/** A row without findings. */
export function right(
  kind: RegistrationCheckKind,
  params: RegistrationCheck['params'] = {},
): RegistrationCheck {
  return { kind, verdict: 'right', found: 'asItShouldBe', params, problem: null };
}

/**
 * Sign-in and consent return to a free port of this computer: Entra ignores the port and compares the
 * rest. Only under "Mobile and desktop applications" can the code be redeemed without a credential.
 *
 * Source: learn.microsoft.com/entra/identity-platform/reply-url.
 */
function judgeRedirect({ publicClient, web, spa }: Registration): RegistrationCheck {
  const kind = 'redirect';
  const here = publicClient?.redirectUris ?? [];
  if (here.includes(redirectUri)) return right(kind, { uri: redirectUri });
  const elsewhere = [...(web?.redirectUris ?? []), ...(spa?.redirectUris ?? [])];
  const wrong = { kind, verdict: 'wrong', problem: null } as const;
  if (elsewhere.some(isLoopback)) {
    return { ...wrong, found: 'redirectOtherPlatform', params: { uri: redirectUri } };
  }
  const similar = here.find(isLoopback);
  if (similar !== undefined) {
    return { ...wrong, found: 'redirectOtherForm', params: { uri: redirectUri, similar } };
  }
  return redirectMissing();
}

/** The row of a redirect URI that is not registered. */
export function redirectMissing(): RegistrationCheck {
  const params = { uri: redirectUri };
  return { kind: 'redirect', verdict: 'wrong', found: 'redirectMissing', params, problem: null };
}

function isLoopback(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { hostname } = new URL(uri);
  return hostname === 'localhost' || hostname === '127.0.0.1';
}

/** Compares ID and type, as sets. The scopes of every sign-in count neither as missing nor as extra. */
function judgePermissions(
  { requiredResourceAccess }: Registration,
  required: readonly Permission[],
): RegistrationCheck {
  const listed = requiredResourceAccess.flatMap(({ resourceAppId, resourceAccess }) =>
    resourceAccess.map(({ id, type }) => ({
      id,
      type: type === 'Role' ? ('application' as const) : ('delegated' as const),
      graph: resourceAppId === graphAppId,
    })),
  );
  const isSame = (one: Pick<Permission, 'id' | 'type'>, other: Pick<Permission, 'id' | 'type'>) =>
    one.id === other.id && one.type === other.type;
  const missing = required.filter((row) => !listed.some((one) => one.graph && isSame(one, row)));
  const extra = listed.filter(
    (one) => !one.graph || (!isSignInPermission(one) && !required.some((row) => isSame(one, row))),
  );
  if (missing.length === 0 && extra.length === 0) {
    return right('permissions', { names: namesOf(required) });
  }
  const reading = extra.map((one) => (one.graph ? readingPermission(one) : null));
  const mayWrite = reading.includes(null);
  return {
    kind: 'permissions',
    verdict: 'wrong',
    found: mayWrite ? 'permissionMayWrite' : 'permissionsDiffer',
    params: {
      missing: namesOf(missing),
      extra: extra.map(({ id }, at) => reading[at]?.name ?? writingPermissionName(id)).join(', '),
    },
    problem: null,
  };
}

function namesOf(permissions: readonly Permission[]): string {
  return permissions.map(({ name }) => name).join(', ');
}

/** Whether administrators of other tenants can consent to it at all. */
function judgeAudience({ signInAudience }: Registration): RegistrationCheck {
  const kind = 'multiTenant';
  return signInAudience === 'AzureADMultipleOrgs' ||
    signInAudience === 'AzureADandPersonalMicrosoftAccount'
    ? right(kind)
    : { kind, verdict: 'wrong', found: 'oneTenantOnly', params: {}, problem: null };
}

/** Without a verified publisher the consent works, but its page shows "unverified" next to the name. */
function judgePublisher({ verifiedPublisher }: Registration): RegistrationCheck {
  const kind = 'publisher';
  const publisher = verifiedPublisher?.displayName ?? '';
  return publisher === ''
    ? { kind, verdict: 'caution', found: 'unverified', params: {}, problem: null }
    : right(kind, { publisher });
}
