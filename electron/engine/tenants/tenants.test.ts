import { beforeEach, describe, expect, test } from 'vitest';
import { createRooms } from '../../../test/support/engine-rooms.ts';
import type { Rooms } from '../../../test/support/engine-rooms.ts';
import { settle } from '../../../test/support/virtual-clock.ts';
import { createClouds } from '../clouds/clouds.ts';
import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import { heartbeatMs, silenceMs } from '../kernel/leases/lease-times.ts';
import { createLeases } from '../kernel/leases/leases.ts';
import { createTenants } from './tenants.ts';
import type { Tenants } from './tenants.ts';

const fabrikam = 'ffffffff-0000-4000-8000-000000000000';
const profile = {
  id: '11111111-0000-4000-8000-000000000000',
  name: 'Connector',
  clientId: '22222222-0000-4000-8000-000000000000',
  cloud: { kind: 'global' },
  owner: 'ours',
  requiredPermissions: [],
  landingPage: null,
  backend: null,
  createdAt: 0,
} as const;

let rooms: Rooms;
let tenants: Tenants;
beforeEach(() => {
  rooms = createRooms();
  const clouds = createClouds({ readFile: () => Promise.reject(new Error('no file')) });
  tenants = createTenants({
    ...rooms,
    store: rooms.ledger.tenants,
    discover: (_cloud, name) =>
      name.includes('fabrikam')
        ? Promise.resolve({ tenantId: fabrikam, name: 'fabrikam.example' })
        : Promise.reject(new EvergrantError('tenant.notFound', { params: { input: 'x' } })),
    profiles: {
      list: () => rooms.ledger.profiles.list(),
      connector: async () => ({ cloud: await clouds.resolve({ kind: 'global' }) }),
    },
  });
});

describe('adding a customer', () => {
  test('keeps the tenant that the domain leads to, once', async () => {
    await rooms.ledger.profiles.add(profile, null);
    const first = await tenants.add({ domainOrId: 'fabrikam.example', alias: 'Fabrikam' });
    expect(first).toMatchObject({ already: false, tenant: { tenantId: fabrikam } });
    const again = await tenants.add({ domainOrId: 'fabrikam.onmicrosoft.example' });
    expect(again).toEqual({ tenant: first.tenant, already: true });
    expect(rooms.published.filter(({ topic }) => topic === 'tenants')).toHaveLength(1);
    expect(await tenants.countOfProfile(profile.id)).toBe(1);
  });

  test('calls it by the domain that led to it, not by what was pasted', async () => {
    await rooms.ledger.profiles.add(profile, null);
    const { tenant } = await tenants.add({ domainOrId: 'jane@fabrikam.example' });
    expect(tenant.addedAs).toBe('fabrikam.example');
  });

  test('needs a profile, and asks which when there are several', async () => {
    await expect(tenants.add({ domainOrId: 'fabrikam.example' })).rejects.toThrow('profile.none');
    await rooms.ledger.profiles.add(profile, null);
    await rooms.ledger.profiles.add({ ...profile, id: rooms.random.guid() }, null);
    await expect(tenants.add({ domainOrId: 'fabrikam.example' })).rejects.toThrow('profile.choose');
    await tenants.add({ domainOrId: 'fabrikam.example', profileId: profile.id });
  });

  test('keeps nothing when no tenant is found', async () => {
    await rooms.ledger.profiles.add(profile, null);
    await expect(tenants.add({ domainOrId: 'nobody.example' })).rejects.toThrow('tenant.notFound');
    expect(await tenants.list()).toEqual([]);
    await expect(tenants.get(fabrikam)).rejects.toThrow('tenant.unknown');
  });
});

describe('a technician’s words about a customer', () => {
  beforeEach(async () => {
    await rooms.ledger.profiles.add(profile, null);
    await tenants.add({ domainOrId: 'fabrikam.example', alias: 'Fabrikam' });
  });

  test('are kept tidy, recorded, and told to the screens', async () => {
    const tags = [' Gold ', 'gold', 'Dublin office'];
    const edited = await tenants.edit({ tenantId: fabrikam, alias: '', tags, notes: 'Dana' });
    expect(edited).toMatchObject({ alias: null, tags: ['Gold', 'Dublin office'], notes: 'Dana' });
    expect(rooms.published.at(-1)).toEqual({ topic: 'tenants', tenantId: fabrikam });
    const [line] = await rooms.activity.list({ tenantId: fabrikam, before: null, limit: 1 });
    expect(line?.action).toBe('tenantEdited');
    expect(JSON.stringify(line)).not.toContain('Dana');
  });

  test('stay as they are where nothing is said of them', async () => {
    await tenants.edit({ tenantId: fabrikam, tags: ['gold'] });
    expect(await tenants.edit({ tenantId: fabrikam, notes: '' })).toMatchObject({
      alias: 'Fabrikam',
      tags: ['gold'],
      notes: null,
    });
  });

  test('are refused for a customer who is not here', async () => {
    await expect(tenants.edit({ tenantId: profile.id, notes: 'x' })).rejects.toThrow(
      'tenant.unknown',
    );
  });
});

describe('a lease', () => {
  const lease = { tenantId: fabrikam, kind: 'test' } as const;
  const process = (holder: string) =>
    createLeases({ ...rooms, store: rooms.ledger.leases, holder });
  /** Work that ends on cancellation. */
  const work = () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const seen: { signal?: AbortSignal } = {};
    return {
      seen,
      end: resolve,
      run: (signal: AbortSignal) => {
        seen.signal = signal;
        return promise;
      },
    };
  };

  test('lets one process work, and tells the other', async () => {
    const desk = work();
    const running = process('desk').hold(lease, desk.run);
    await settle();
    await rooms.clock.advance(10 * heartbeatMs);
    await expect(process('script').hold(lease, work().run)).rejects.toThrow('lease.held');
    desk.end('done');
    expect(await running).toBe('done');
    expect(await process('script').hold(lease, () => Promise.resolve('mine'))).toBe('mine');
  });

  test('is given back when the work fails', async () => {
    const failing = process('desk').hold(lease, () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    expect(await process('desk').hold(lease, () => Promise.resolve('again'))).toBe('again');
  });

  test('is given back before its process closes, and nothing is begun after that', async () => {
    const desk = process('desk');
    const running = desk.hold(lease, async (signal) => {
      const ended = Promise.withResolvers<never>();
      signal.addEventListener('abort', () => ended.reject(signal.reason));
      return ended.promise;
    });
    const end = running.catch((error: unknown) => error);
    await settle();
    await desk.close();
    expect(await end).toBeInstanceOf(CancelledError);
    expect(await process('script').hold(lease, () => Promise.resolve('mine'))).toBe('mine');
    await expect(desk.hold(lease, work().run)).rejects.toThrow('cancelled');
  });

  test('of a holder that is gone is not kept until a clock that was set back has caught up', async () => {
    const ahead = { ...lease, holder: 'gone', heartbeatAt: rooms.clock.now() + 60 * silenceMs };
    await rooms.ledger.leases.acquire(ahead, 0);
    expect(await process('desk').hold(lease, () => Promise.resolve('mine'))).toBe('mine');
  });

  test('of a process that has ended is taken at once', async () => {
    const dead = { ...lease, holder: 'cli-1 a', heartbeatAt: rooms.clock.now() };
    await rooms.ledger.leases.acquire(dead, 0);
    await expect(process('desk').hold(lease, work().run)).rejects.toThrow('lease.held');
    const knowing = createLeases({
      ...rooms,
      store: rooms.ledger.leases,
      holder: 'desk',
      isHolderGone: (holder) => holder === 'cli-1',
    });
    expect(await process('desk').isFree(lease)).toBe(false);
    expect(await knowing.isFree(lease)).toBe(true);
    expect(await knowing.hold(lease, () => Promise.resolve('mine'))).toBe('mine');
  });

  test('that could not be given back is taken again by its own process', async () => {
    const { leases } = rooms.ledger;
    const desk = createLeases({
      ...rooms,
      holder: 'desk',
      store: { ...leases, release: () => Promise.reject(new Error('database or disk is full')) },
    });
    expect(await desk.hold(lease, () => Promise.resolve('done'))).toBe('done');
    await expect(process('script').hold(lease, work().run)).rejects.toThrow('lease.held');
    expect(await desk.isFree(lease)).toBe(true);
  });

  test('that is lost is no cancellation', async () => {
    const desk = process('desk').hold(lease, (signal) => {
      const { promise, reject } = Promise.withResolvers<never>();
      signal.addEventListener('abort', () => reject(new CancelledError()), { once: true });
      return promise;
    });
    const ended = desk.catch((error: unknown) => error);
    await settle();
    const stolen = { ...lease, holder: 'thief', heartbeatAt: rooms.clock.now() };
    await rooms.ledger.leases.acquire(stolen, rooms.clock.now() + 1);
    await rooms.clock.advance(heartbeatMs);
    expect(await ended).toMatchObject({ code: 'lease.lost', params: { kind: 'test' } });
  });

  test('is taken from a holder that fell silent, which then stops', async () => {
    await rooms.ledger.leases.acquire(
      { ...lease, holder: 'gone', heartbeatAt: rooms.clock.now() },
      0,
    );
    await rooms.clock.advance(silenceMs + 1);
    const desk = work();
    const running = process('desk').hold(lease, desk.run);
    await settle();
    expect(desk.seen.signal?.aborted).toBe(false);
    const stolen = { ...lease, holder: 'thief', heartbeatAt: rooms.clock.now() };
    await rooms.ledger.leases.acquire(stolen, rooms.clock.now() + 1);
    await rooms.clock.advance(heartbeatMs);
    expect(desk.seen.signal?.aborted).toBe(true);
    desk.end('late');
    await running;
  });
});
