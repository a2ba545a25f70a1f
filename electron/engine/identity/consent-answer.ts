import { guid } from '../../contract/ids.ts';
import { aadstsError, rawOf, readAadstsText } from '../errors/aadsts-text.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import { isDeclined } from '../errors/questions.ts';
import type { ConsentAnswer } from './identity.ts';

/** OAuth errors that mean a person declined, unless an AADSTS number says otherwise. */
const declines = new Set(['access_denied', 'permission_denied']);

/**
 * Whether a redirect is the one documented form of declining that does not return `state`. It can only ever
 * mean a decline: with any further parameter, it does not match.
 *
 * Source: the cancel example of
 * learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow.
 */
export function isStatelessDecline(query: URLSearchParams): boolean {
  const names = [...query.keys()].filter((name) => name !== 'error_description');
  return names.length === 1 && query.get('error') === 'permission_denied';
}

/**
 * Reads an admin-consent redirect whose `state` was already verified.
 *
 * The error is checked first, because error redirects contain `admin_consent=True` too. Declining has three
 * forms: `consent_required` with AADSTS65004, `permission_denied`, `access_denied`.
 *
 * Source: learn.microsoft.com/entra/identity-platform/v2-admin-consent.
 */
export function readConsentAnswer(query: URLSearchParams): ConsentAnswer {
  const error = query.get('error');
  if (error !== null) return readError(error, query.get('error_description') ?? '');
  if (query.get('admin_consent')?.toLowerCase() !== 'true') {
    return { kind: 'failed', error: new EvergrantError('consent.unreadable', { retry: 'now' }) };
  }
  return { kind: 'accepted', tenantHint: guid.safeParse(query.get('tenant')).data ?? null };
}

function readError(error: string, description: string): ConsentAnswer {
  const text = readAadstsText(description);
  const raw = rawOf(text, error);
  const isDecline =
    text.number === null ? declines.has(error) : isDeclined({ code: `aadsts.${text.number}` });
  if (isDecline) {
    return {
      kind: 'declined',
      error: new EvergrantError('consent.declined', { raw, retry: 'now' }),
    };
  }
  if (text.number !== null) {
    return { kind: 'failed', error: aadstsError(text.number, { ...text, raw, oauth: { error } }) };
  }
  const params = { error };
  return {
    kind: 'failed',
    error: new EvergrantError('consent.failed', { params, raw, retry: 'now' }),
  };
}
