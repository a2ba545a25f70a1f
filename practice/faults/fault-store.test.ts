import { describe, expect, it } from 'vitest';
import { FaultStore } from './fault-store.ts';

describe('faults', () => {
  it('hit as often as told, after as many calls as told, on their endpoint only', () => {
    const faults = new FaultStore();
    faults.set({
      faults: [{ type: 'error', endpoint: 'groups/*', status: 503, code: 'X', after: 1, count: 2 }],
    });
    const hits = [
      'users',
      'groups/delta',
      'groups/{id}',
      'groups/{id}/members',
      'groups/delta',
    ].map((route) => faults.take({ route, tenantId: 't' })?.type);
    expect(hits).toEqual([undefined, undefined, 'error', 'error', undefined]);
    expect(faults.waiting).toEqual([]);
  });

  it('can be for one tenant', () => {
    const faults = new FaultStore();
    faults.set({ faults: [{ type: 'malformedJson', tenantId: 'A' }] });
    expect(faults.take({ route: 'groups', tenantId: 'b' })).toBeUndefined();
    expect(faults.take({ route: 'groups', tenantId: 'a' })?.type).toBe('malformedJson');
  });

  it('can be for one object, and for the parts of batches alone', () => {
    const faults = new FaultStore();
    const call = { route: 'groups/{id}/members', tenantId: 't' };
    const settings = { type: 'throttled', endpoint: call.route };
    faults.set({ faults: [{ ...settings, objectId: 'VPN' }] });
    expect(faults.take({ ...call, objectId: 'sales' })).toBeUndefined();
    expect(faults.take({ ...call, objectId: 'vpn' })?.type).toBe('throttled');
    faults.set({ faults: [{ ...settings, part: true }] });
    expect(faults.take(call)).toBeUndefined();
    expect(faults.take({ ...call, part: true })?.type).toBe('throttled');
    faults.set({ faults: [{ ...settings, part: false }] });
    expect(faults.take({ ...call, part: true })).toBeUndefined();
    expect(faults.take(call)?.type).toBe('throttled');
  });

  it('can hit for ever', () => {
    const faults = new FaultStore();
    faults.set({ faults: [{ type: 'malformedJson', count: 'always' }] });
    const call = { route: 'groups', tenantId: 't' };
    expect([1, 2, 3].map(() => faults.take(call)?.type)).toEqual(Array(3).fill('malformedJson'));
    expect(faults.waiting).toMatchObject([{ count: 'always' }]);
  });

  it('of Entra are for one kind of token request, or one moment of a page', () => {
    const faults = new FaultStore();
    const call = { route: 'token', tenantId: 't' };
    faults.set({ faults: [{ type: 'aadsts', code: 50076, grantType: 'refresh_token' }] });
    expect(faults.take({ ...call, grantType: 'client_credentials' })).toBeUndefined();
    expect(faults.take({ ...call, grantType: 'refresh_token' })).toMatchObject({ code: 50076 });
    faults.set({ faults: [{ type: 'aadsts', endpoint: 'authorize', code: 50020 }] });
    const page = { route: 'authorize', tenantId: 't' };
    expect(faults.take({ ...page, moment: 'open' })).toBeUndefined();
    expect(faults.take({ ...page, moment: 'signIn' })).toMatchObject({ code: 50020 });
  });

  it('give each endpoint its latency and every four batch parts theirs', () => {
    const faults = new FaultStore();
    faults.set({
      latency: {
        default: 60,
        perFourBatchParts: 10,
        endpoints: [{ endpoint: '*/delta', milliseconds: 600 }],
      },
    });
    expect(faults.latency('users/delta')).toBe(600);
    expect(faults.latency('users')).toBe(60);
    expect(faults.latency('$batch', 20)).toBe(110);
  });

  it('refuse settings that mean nothing and keep the old ones', () => {
    const faults = new FaultStore();
    expect(() => faults.set({ faults: [{ type: 'error', status: 200, code: 'X' }] })).toThrow(
      'status',
    );
    expect(() => faults.set({ pagesize: 3 })).toThrow('pagesize');
    expect(faults.settings.pageSizes.default).toBe(100);
  });
});
