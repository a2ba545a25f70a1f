import type { Retry } from '../../contract/problem.ts';

/** What an answer of the sign-in service contains besides its number. */
export interface OauthAnswer {
  /** The OAuth `error`. */
  readonly error: string;
  readonly suberror?: string | undefined;
  readonly httpStatus?: number | undefined;
}

interface Kind {
  readonly code: `aadsts.unknown${'' | 'Busy' | 'Consent' | 'SignIn' | 'Denied' | 'Client' | 'Request'}`;
  readonly retry: Retry;
}

const busy: Kind = { code: 'aadsts.unknownBusy', retry: 'after' };
const consent: Kind = { code: 'aadsts.unknownConsent', retry: 'after' };
const signIn: Kind = { code: 'aadsts.unknownSignIn', retry: 'now' };
const denied: Kind = { code: 'aadsts.unknownDenied', retry: 'after' };
const client: Kind = { code: 'aadsts.unknownClient', retry: 'never' };
const request: Kind = { code: 'aadsts.unknownRequest', retry: 'never' };

/** By OAuth error; a known sub-error is more exact and takes precedence. */
const kinds: Readonly<Record<string, Kind>> = {
  temporarily_unavailable: busy,
  server_error: busy,
  consent_required: consent,
  interaction_required: signIn,
  login_required: signIn,
  invalid_grant: signIn,
  basic_action: signIn,
  additional_action: signIn,
  message_only: signIn,
  user_password_expired: signIn,
  bad_token: signIn,
  token_expired: signIn,
  access_denied: denied,
  permission_denied: denied,
  invalid_client: client,
  unauthorized_client: client,
  invalid_request: request,
  invalid_resource: request,
  invalid_scope: request,
  unsupported_grant_type: request,
  unsupported_response_type: request,
};

/**
 * Classifies an AADSTS number missing from the catalogue by its OAuth error. Microsoft asks programs
 * to rely on `error` and the sub-error, because numbers change.
 *
 * Source: learn.microsoft.com/entra/identity-platform/reference-error-codes and
 * v2-oauth2-auth-code-flow, "Error codes for authorization endpoint errors"; MSAL's list of
 * sub-errors.
 */
export function unknownKind({ error, suberror, httpStatus }: OauthAnswer): Kind {
  const byStatus =
    httpStatus !== undefined && (httpStatus === 429 || httpStatus >= 500) ? busy : undefined;
  return (
    kinds[suberror ?? ''] ?? kinds[error] ?? byStatus ?? { code: 'aadsts.unknown', retry: 'now' }
  );
}
