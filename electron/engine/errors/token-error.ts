import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import { z } from 'zod';
import { aadstsError, rawOf, readAadstsText } from './aadsts-text.ts';
import { EvergrantError } from './evergrant-error.ts';

/** OAuth errors by which Entra reports a temporary fault of its own. */
const serviceErrors = new Set(['temporarily_unavailable', 'server_error']);

/** An OAuth error body of the token and discovery endpoints (RFC 6749 §5.2). */
const oauthErrorBody = z.object({
  error: z.string(),
  error_description: z.string().default(''),
  error_codes: z.array(z.number().int()).default([]),
  suberror: z.string().optional().catch(undefined),
});

/**
 * Converts an error from MSAL to one with a catalogue code; returns any other error unchanged.
 *
 * The AADSTS number decides the code, otherwise the OAuth error. MSAL overwrites the service's
 * correlation ID with its own, so the ID in the text is preferred.
 */
export function problemFromTokenError(error: unknown): unknown {
  if (!(error instanceof AuthError)) return error;
  const text = readAadstsText(error.errorMessage);
  const fromService = error instanceof ServerError || error instanceof InteractionRequiredAuthError;
  const number = text.number ?? (fromService ? digits(error.errorNo) : null);
  const raw = {
    ...(error.correlationId !== '' && { correlationId: error.correlationId }),
    ...rawOf({ ...text, number }, error.errorCode),
  };
  if (number !== null) {
    const oauth = { error: error.errorCode, suberror: error.subError, httpStatus: statusOf(error) };
    return aadstsError(number, { ...text, raw, cause: error, oauth });
  }
  return new EvergrantError(codeOf(error), {
    params: { error: error.errorCode },
    retry: serviceErrors.has(error.errorCode) ? 'after' : 'now',
    raw,
    cause: error,
  });
}

type IdentityCode =
  | 'identity.serviceUnavailable'
  | 'identity.signInAgain'
  | 'identity.refused'
  | 'identity.authorityUnusable'
  | 'identity.failed';

function statusOf(error: AuthError): number | undefined {
  return error instanceof ServerError ? error.status : undefined;
}

function digits(errorNo: unknown): string | null {
  return /\d{4,9}/.exec(String(errorNo ?? ''))?.[0] ?? null;
}

function codeOf(error: AuthError): IdentityCode {
  if (serviceErrors.has(error.errorCode)) return 'identity.serviceUnavailable';
  if (error instanceof InteractionRequiredAuthError) return 'identity.signInAgain';
  if (error instanceof ServerError) return 'identity.refused';
  if (error.errorCode === 'endpoints_resolution_error' || error.errorCode === 'openid_config_error')
    return 'identity.authorityUnusable';
  return 'identity.failed';
}

/** The error of an OAuth error body that was received without MSAL, or null when the body is not one. */
export function problemFromOauthBody(body: unknown, httpStatus: number): EvergrantError | null {
  const parsed = oauthErrorBody.safeParse(body);
  if (!parsed.success) return null;
  const text = readAadstsText(parsed.data.error_description);
  const number = text.number ?? digits(parsed.data.error_codes[0]);
  const raw = { ...rawOf({ ...text, number }, parsed.data.error), httpStatus };
  if (number !== null)
    return aadstsError(number, { ...text, raw, oauth: { ...parsed.data, httpStatus } });
  const busy = serviceErrors.has(parsed.data.error);
  return new EvergrantError(busy ? 'identity.serviceUnavailable' : 'identity.refused', {
    params: { error: parsed.data.error },
    retry: busy ? 'after' : 'never',
    raw,
  });
}
