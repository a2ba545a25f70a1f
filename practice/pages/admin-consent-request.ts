import type { AppRegistration, PracticeTenant } from '../world/types.ts';
import { DeadEnd } from './dead-end.ts';
import type { PagesDependencies } from './pages-dependencies.ts';
import {
  addressedTenant,
  askingRegistration,
  checkRedirectUri,
  requiredParameter,
} from './request-checks.ts';

/** Which of the two admin consent addresses was opened. */
export type Form = 'v1' | 'v2';

/** A valid request for admin consent. */
export interface AdminConsentRequest {
  readonly form: Form;
  readonly tenant: PracticeTenant | undefined;
  readonly registration: AppRegistration;
  /** Null in the short form, which ends on its own page. */
  readonly redirectUri: string | null;
  readonly state: string | null;
  readonly parameters: URLSearchParams;
}

/** Reads a request for admin consent. @throws DeadEnd */
export function readAdminConsentRequest(
  { store, authorityBaseUrl }: PagesDependencies,
  form: Form,
  tenantPart: string,
  parameters: URLSearchParams,
): AdminConsentRequest {
  const tenant = addressedTenant(store.world, tenantPart);
  const registration = askingRegistration(store.world, parameters, tenant);
  const redirectUri =
    form === 'v2' ? requiredParameter(parameters, 'redirect_uri') : parameters.get('redirect_uri');
  if (redirectUri !== null) {
    checkRedirectUri(registration, redirectUri, { deeper: form === 'v1' });
  }
  if (form === 'v2') {
    const scope = requiredParameter(parameters, 'scope');
    const everything = ['.default', `${authorityBaseUrl()}/.default`];
    const asked = scope.split(/\s+/).filter((one) => !openIdScopes.has(one));
    if (asked.length !== 1 || !everything.includes(asked[0] ?? '')) {
      throw new DeadEnd(
        70011,
        `The provided value for the input parameter 'scope' is not valid: '${scope}'. Ask for ${authorityBaseUrl()}/.default, alone: the practice cloud consents to what the registration requires.`,
      );
    }
  }
  return { form, tenant, registration, redirectUri, state: parameters.get('state'), parameters };
}

const openIdScopes: ReadonlySet<string> = new Set([
  '',
  'openid',
  'profile',
  'email',
  'offline_access',
]);
