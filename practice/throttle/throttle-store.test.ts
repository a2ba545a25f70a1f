import { describe, expect, it } from 'vitest';
import { resourceUnits } from './resource-units.ts';
import { ThrottleStore } from './throttle-store.ts';

describe('resource units', () => {
  it.each([
    ['groups/{id}/members', {}, 3],
    ['groups/{id}/members', { $select: 'id', $top: '999' }, 2],
    ['groups/{id}/members', { $select: 'id', $top: '5' }, 1],
    ['groups', { $expand: 'members' }, 2],
    ['groups/delta', { $select: 'id' }, 1],
    ['users', { $top: '999' }, 2],
  ] as const)('%s with %o cost %d', (route, query, units) => {
    expect(resourceUnits(route, new Map(Object.entries(query)))).toBe(units);
  });
});

describe('throttling', () => {
  it('lets a large tenant spend 8,000 units, then says how long to wait, then lets go on', () => {
    let now = 0;
    const throttle = new ThrottleStore(() => now);
    expect(throttle.charge('app', 'tenant', 501, 8000)).toMatchObject({ ok: true, usedShare: 1 });
    expect(throttle.charge('app', 'tenant', 501, 1702)).toMatchObject({
      ok: false,
      retryAfter: 2.128,
      scope: 'Tenant_Application/ReadWrite/app/tenant',
    });
    expect(throttle.charge('app', 'other', 501, 10).ok).toBe(true);
    now = 2128;
    expect(throttle.charge('app', 'tenant', 501, 1702).ok).toBe(true);
  });

  it('gives smaller tenants less', () => {
    const throttle = new ThrottleStore(() => 0);
    expect(throttle.charge('app', 'a', 49, 3501).ok).toBe(false);
    expect(throttle.charge('app', 'b', 50, 5000).ok).toBe(true);
    expect(throttle.charge('app', 'c', 500, 5001).ok).toBe(false);
  });

  it('waits a second at least, and can be switched off', () => {
    const throttle = new ThrottleStore(() => 0);
    throttle.set({ unitsPerTenSeconds: { large: 10 } });
    expect(throttle.charge('app', 'a', 900, 10).ok).toBe(true);
    expect(throttle.charge('app', 'a', 900, 1)).toMatchObject({ ok: false, retryAfter: 1 });
    throttle.set({ enabled: false });
    expect(throttle.charge('app', 'a', 900, 1_000_000).ok).toBe(true);
  });
});
