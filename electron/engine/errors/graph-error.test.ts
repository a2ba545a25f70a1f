import { describe, expect, it } from 'vitest';
import { microsoftSamples } from '../../../test/support/microsoft-facts.ts';
import { problemFromGraphError } from './graph-error.ts';
import { isTurnedAway, saysAbsent, saysPermissionMissing } from './questions.ts';
import { parseRetryAfter } from './retry-after.ts';
import { problemFromOauthBody } from './token-error.ts';

const now = Date.UTC(2026, 10, 24, 10);

function failure(status: number, body: unknown, headers: Record<string, string> = {}) {
  return { status, headers: new Headers(headers), body: JSON.stringify(body) };
}

describe('an error of Graph', () => {
  it('keeps status, code, request ids and time', () => {
    const body = {
      error: {
        code: 'Authorization_RequestDenied',
        message: 'Insufficient privileges of Jane Doe',
        innerError: {
          date: '2026-11-24T09:59:58',
          'request-id': 'r-1',
          'client-request-id': 'c-1',
        },
      },
    };
    const error = problemFromGraphError(failure(403, body), now);
    expect(error.toProblem()).toEqual({
      code: 'graph.Authorization_RequestDenied',
      meaning: 'permissionMissing',
      params: { status: 403 },
      retry: 'after',
      raw: {
        code: 'Authorization_RequestDenied',
        httpStatus: 403,
        requestId: 'r-1',
        correlationId: 'c-1',
        at: '2026-11-24T09:59:58.000Z',
      },
    });
    expect(JSON.stringify(error)).not.toContain('Jane');
  });

  it('takes the deepest code that is known, in any letter case and either spelling', () => {
    const body = {
      error: {
        code: 'UnknownError',
        innererror: { code: 'SYNCSTATENOTFOUND', innerError: { code: 'x' } },
      },
    };
    expect(problemFromGraphError(failure(400, body), now).code).toBe('graph.syncStateNotFound');
  });

  it.each([
    [429, 'graph.TooManyRequests'],
    [503, 'graph.serviceNotAvailable'],
    [504, 'graph.gatewayTimeout'],
    [410, 'graph.resyncRequired'],
  ])('falls back on status %i when the code is empty', (status, code) => {
    expect(problemFromGraphError(failure(status, { error: { code: '' } }), now).code).toBe(code);
  });

  it.each([
    [418, 'graph.unknown', 'now'],
    [403, 'graph.unknownDenied', 'after'],
    [400, 'graph.unknownRequest', 'never'],
    [509, 'graph.unknownBusy', 'after'],
  ])('with %i names an unknown code as a parameter', (status, code, retry) => {
    expect(
      problemFromGraphError(failure(status, { error: { code: 'Teapot' } }), now),
    ).toMatchObject({
      code,
      retry,
      params: { status, error: 'Teapot' },
    });
  });

  it.each([
    [401, '<html>Blocked</html>'],
    [403, '<html>Blocked</html>'],
    [404, '<html>Not found</html>'],
    [404, ''],
    [404, '{"error":"not found"}'],
    [404, '{"error":{"message":"Blocked by policy"}}'],
    [404, '[]'],
    [410, ''],
    [400, 'Bad request'],
    [418, ''],
  ])('with %i and “%s” was never sent by Graph: nothing is concluded', (status, body) => {
    const problem = problemFromGraphError({ status, headers: new Headers(), body }, now);
    expect(problem).toMatchObject({
      code: 'network.intercepted',
      params: { status },
      retry: 'after',
      raw: { httpStatus: status },
    });
    expect([saysAbsent, saysPermissionMissing, isTurnedAway].some((says) => says(problem))).toBe(
      false,
    );
  });

  it.each([404, 403])('of its own with %i says nothing of the tenant by its status', (status) => {
    for (const code of ['UnknownError', '', 'NotFound', 'Forbidden']) {
      const problem = problemFromGraphError(failure(status, { error: { code, message: '' } }), now);
      expect(problem.code).toMatch(/^graph\.unknown/);
      expect(saysAbsent(problem)).toBe(false);
      expect(saysPermissionMissing(problem)).toBe(false);
    }
  });

  it.each(['Request_ResourceNotFound', 'Directory_ObjectNotFound'])(
    'says by its own code that an object is absent: %s',
    (code) => {
      const problem = problemFromGraphError(failure(404, { error: { code, message: '' } }), now);
      expect(saysAbsent(problem)).toBe(true);
    },
  );

  it('may refuse a token by the challenge alone', () => {
    const headers = new Headers({ 'www-authenticate': 'Bearer realm=""' });
    const problem = problemFromGraphError({ status: 401, headers, body: '' }, now);
    expect(problem.code).toBe('graph.InvalidAuthenticationToken');
  });

  it('is found in a page that is no JSON', () => {
    const html = { status: 502, headers: new Headers(), body: '<html>' };
    expect(problemFromGraphError(html, now).code).toBe('graph.serviceNotAvailable');
  });

  it('recognizes a claims challenge', () => {
    const headers = {
      'www-authenticate': 'Bearer realm="", error="insufficient_claims", claims="e30="',
    };
    const body = { error: { code: 'InvalidAuthenticationToken' } };
    expect(problemFromGraphError(failure(401, body, headers), now).code).toBe(
      'graph.insufficient_claims',
    );
  });

  it('carries the pause that was asked for', () => {
    const error = problemFromGraphError(failure(429, {}, { 'retry-after': '2.128' }), now);
    expect(error.retryAfterMs).toBe(2128);
  });
});

describe('Retry-After', () => {
  it.each([
    ['10', 10_000],
    ['2.128', 2128],
    ['0', 0],
    ['Tue, 24 Nov 2026 10:00:07 GMT', 7000],
    ['Tue, 24 Nov 2026 09:00:00 GMT', 0],
    ['soon', null],
    ['-3', null],
    ['', null],
    [null, null],
  ])('%s is %s ms', (value, wanted) => {
    expect(parseRetryAfter(value, now)).toBe(wanted);
  });
});

describe('documented error answers', () => {
  it('all become a code', () => {
    const codes = Object.values(microsoftSamples).flatMap(({ status, response }) => {
      if (status === null || status < 400) return [];
      const oauth = problemFromOauthBody(response, status);
      // The page about the claims challenge documents only its header.
      const headers: Record<string, string> =
        response === null ? { 'www-authenticate': 'Bearer realm=""' } : {};
      return [(oauth ?? problemFromGraphError(failure(status, response, headers), now)).code];
    });
    expect(new Set(codes)).toEqual(
      new Set([
        'graph.Request_BadRequest',
        'graph.Request_UnsupportedQuery',
        'graph.InvalidAuthenticationToken',
        'graph.NotImplemented',
        'graph.TooManyRequests',
        'aadsts.90002',
        'aadsts.70011',
      ]),
    );
  });
});
