import { describe, expect, it } from 'vitest';
import { EvergrantError } from './evergrant-error.ts';
import { problemFromNetworkError } from './network-error.ts';

const withCode = (code: string, cause?: unknown): Error =>
  Object.assign(new Error('failed', { cause }), { code });

describe('a request without an answer', () => {
  it.each([
    ['ENOTFOUND', 'network.offline'],
    ['EAI_AGAIN', 'network.offline'],
    ['ENETUNREACH', 'network.offline'],
    ['ERR_INTERNET_DISCONNECTED', 'network.offline'],
    ['ERR_NAME_NOT_RESOLVED', 'network.offline'],
    ['ECONNREFUSED', 'network.refused'],
    ['ECONNRESET', 'network.refused'],
    ['UND_ERR_SOCKET', 'network.refused'],
    ['ERR_CONNECTION_RESET', 'network.refused'],
    ['ERR_CONNECTION_TIMED_OUT', 'network.timeout'],
    ['ETIMEDOUT', 'network.timeout'],
    ['UND_ERR_CONNECT_TIMEOUT', 'network.timeout'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'network.tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'network.tls'],
    ['CERT_HAS_EXPIRED', 'network.tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'network.tls'],
    ['ERR_CERT_AUTHORITY_INVALID', 'network.tls'],
    ['ERR_PROXY_CONNECTION_FAILED', 'network.proxy'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'network.proxy'],
    ['ESOMETHING', 'network.failed'],
  ])('%s is %s', (system, code) => {
    expect(problemFromNetworkError(withCode(system), 'graph.example')).toMatchObject({
      code,
      params: { host: 'graph.example' },
      raw: { code: system },
    });
  });

  it('is found behind the error that wraps it', () => {
    const wrapped = new TypeError('fetch failed', { cause: withCode('ENOTFOUND') });
    expect(problemFromNetworkError(wrapped, 'h')?.code).toBe('network.offline');
  });

  it('is not made of a bug', () => {
    expect(problemFromNetworkError(new TypeError('undefined is not a function'), 'h')).toBeNull();
  });

  it('is never made of an error of ours, whose code is none of the system’s', () => {
    const ours = new EvergrantError('identity.serviceUnavailable', { retry: 'after' });
    expect(problemFromNetworkError(ours, 'graph.example')).toBe(ours);
    const beneath = new Error('around it', { cause: ours });
    expect(problemFromNetworkError(beneath, 'graph.example')).toBe(ours);
  });
});
