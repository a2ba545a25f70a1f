import { ClientAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import { describe, expect, it } from 'vitest';
import { problemFromOauthBody, problemFromTokenError } from './token-error.ts';

const text =
  'Error(s): 7000215 - Timestamp: 2026-11-24 10:00:00Z - Description: AADSTS7000215: Invalid client secret provided. ' +
  'Trace ID: 11111111-2222-3333-4444-555555555555 Correlation ID: AAAAAAAA-2222-3333-4444-555555555555 ' +
  'Timestamp: 2026-11-24 10:00:00Z - Correlation ID: other';

describe('an error of the token endpoint', () => {
  it('becomes its AADSTS code, with what a ticket needs', () => {
    const error = new ServerError('invalid_client', 'msal-own', text, undefined, '7000215');
    expect(problemFromTokenError(error)).toMatchObject({
      code: 'aadsts.7000215',
      retry: 'never',
      raw: {
        code: 'AADSTS7000215',
        traceId: '11111111-2222-3333-4444-555555555555',
        correlationId: 'aaaaaaaa-2222-3333-4444-555555555555',
        at: '2026-11-24T10:00:00.000Z',
      },
    });
  });

  it('is found by its number when the text has none', () => {
    const error = new InteractionRequiredAuthError(
      'invalid_grant',
      'c',
      '',
      'basic_action',
      '',
      '',
      '',
      '50076',
    );
    expect(problemFromTokenError(error)).toMatchObject({ code: 'aadsts.50076', retry: 'now' });
  });

  it.each([
    ['invalid_grant', '', 400, 'aadsts.unknownSignIn', 'now'],
    ['invalid_grant', 'consent_required', 400, 'aadsts.unknownConsent', 'after'],
    ['invalid_client', '', 401, 'aadsts.unknownClient', 'never'],
    ['access_denied', '', 403, 'aadsts.unknownDenied', 'after'],
    ['invalid_scope', '', 400, 'aadsts.unknownRequest', 'never'],
    ['server_error', '', 500, 'aadsts.unknownBusy', 'after'],
    ['novel_error', '', 503, 'aadsts.unknownBusy', 'after'],
    ['novel_error', '', 400, 'aadsts.unknown', 'now'],
  ])(
    'keeps a number that nobody knows, as %s %s %i tells it',
    (oauth, sub, status, code, retry) => {
      const error = new ServerError(oauth, 'c', 'AADSTS999991: New.', sub, undefined, status);
      expect(problemFromTokenError(error)).toMatchObject({
        code,
        retry,
        params: { number: '999991' },
        raw: { code: 'AADSTS999991' },
      });
    },
  );

  it.each([
    ["The tenant 'y' belongs to the National Cloud 'MicrosoftOnline.US'.", 'US Government'],
    ["The tenant 'y' belongs to the National Cloud 'partner.microsoftonline.cn'.", 'China'],
    ["The tenant 'y' belongs to the National Cloud 'new.example'.", 'new.example'],
    ['Another wording.', 'US Government'],
  ])('names the cloud of a tenant that lives in another one: %s', (wording, cloud) => {
    const error = new ServerError('invalid_request', 'c', `AADSTS90038: ${wording}`);
    expect(problemFromTokenError(error)).toMatchObject({
      code: 'aadsts.90038',
      params: { cloud: expect.stringContaining(cloud) as string },
    });
  });

  it.each([
    [new ServerError('temporarily_unavailable', 'c', ''), 'identity.serviceUnavailable', 'after'],
    [new ServerError('access_denied', 'c', 'user_cancelled'), 'identity.refused', 'now'],
    [new InteractionRequiredAuthError('no_tokens_found', 'c', ''), 'identity.signInAgain', 'now'],
    [new ClientAuthError('endpoints_resolution_error', 'c'), 'identity.authorityUnusable', 'now'],
    [new ClientAuthError('nonce_mismatch', 'c'), 'identity.failed', 'now'],
  ])('without a number: %s', (error, code, retry) => {
    expect(problemFromTokenError(error)).toMatchObject({ code, retry });
  });

  it('is not made of a bug', () => {
    const bug = new TypeError('x is not a function');
    expect(problemFromTokenError(bug)).toBe(bug);
  });
});

describe('an OAuth error body', () => {
  it('is read', () => {
    const body = {
      error: 'invalid_tenant',
      error_description: "AADSTS90002: Tenant 'nowhere' not found.",
      error_codes: [90002],
    };
    expect(problemFromOauthBody(body, 400)).toMatchObject({
      code: 'aadsts.90002',
      raw: { httpStatus: 400 },
    });
  });

  it('is told from something else', () => {
    expect(problemFromOauthBody({ hello: 1 }, 400)).toBeNull();
  });
});
