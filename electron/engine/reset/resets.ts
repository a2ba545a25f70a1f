import type { NewReset, Reset, ResetAction } from '../../contract/reset.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { Millis, Random } from '../kernel/ports.ts';
import type { Leases } from '../kernel/leases/leases.ts';
import { createCarryOn } from './carry-on.ts';
import type { CarryOnPorts } from './carry-on-ports.ts';
import type { ResetEvent } from './events.ts';
import { beginReset } from './machine.ts';
import type { PortalPage } from './portal-page.ts';
import { presentReset } from './present-reset.ts';
import type { ResetRecord, ResetStore } from './store.ts';
import type { Transitions } from './transitions.ts';

/** The guided procedures after a change of the primary domain and for a customer who leaves. */
export interface Resets {
  /** The tenant's newest reset, open or ended. */
  last(tenantId: string): Promise<Reset | null>;
  /** The tenant's ended resets, newest first. */
  ended(tenantId: string): Promise<Reset[]>;
  /** One of the tenant's resets. */
  get(tenantId: string, resetId: string): Promise<Reset | null>;
  /** Errors: `tenant.unknown`, `reset.running`. */
  begin(asked: NewReset, signal?: AbortSignal): Promise<Reset>;
  /**
   * Performs one action on the open reset, and all following steps that need no person. `version` is
   * the one that the caller has read.
   * Errors: `reset.none`, `reset.movedOn`, `reset.notNow`, `lease.held`, and any error of the step's
   * check.
   */
  act(tenantId: string, version: number, action: ResetAction, signal?: AbortSignal): Promise<Reset>;
  /**
   * Continues a colleague's reset on this computer: as a new one, or replacing the version `from`.
   * Errors: `reset.running`, `reset.movedOn`, `reset.notNow`, `lease.held`.
   */
  take(record: ResetRecord, from: number | null, by: string, signal?: AbortSignal): Promise<Reset>;
}

export interface ResetsPorts extends CarryOnPorts {
  readonly store: ResetStore;
  readonly transitions: Transitions;
  /** Whether the profile has the address of a vendor's backend. */
  readonly hasBackend: (profileId: string) => Promise<boolean>;
  readonly portalPage: PortalPage;
  readonly leases: Leases;
  readonly random: Random;
}

/** Makes the resets' service. */
export function createResets(ports: ResetsPorts): Resets {
  const { store, clock, transitions } = ports;
  const { drive, check } = createCarryOn(ports, transitions);

  const present = async (record: ResetRecord): Promise<Reset> => {
    const { profileId, tenantId, snapshot } = record;
    const known = snapshot.context.before?.servicePrincipalId ?? null;
    return presentReset(record, await ports.portalPage(profileId, tenantId, known));
  };
  const hold = <T>(
    tenantId: string,
    work: (signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> => ports.leases.hold({ tenantId, kind: 'reset' }, work, signal);

  const open = async (tenantId: string): Promise<ResetRecord> => {
    const record = await store.last(tenantId);
    if (record === null || record.endedAt !== null) throw new EvergrantError('reset.none');
    return record;
  };

  return {
    last: async (tenantId) => {
      const record = await store.last(tenantId);
      return record && (await present(record));
    },
    ended: async (tenantId) =>
      (await store.ended(tenantId)).map((record) => presentReset(record, null)),
    get: async (tenantId, resetId) => {
      const record = await store.get(resetId);
      return record?.tenantId === tenantId ? await present(record) : null;
    },
    begin: async ({ tenantId, by, purpose }, signal) => {
      const { profileId } = await ports.tenants.get(tenantId);
      const at = clock.now();
      const hasBackend = await ports.hasBackend(profileId);
      const record: ResetRecord = {
        id: ports.random.guid(),
        tenantId,
        profileId,
        version: 0,
        startedAt: at,
        startedBy: by,
        endedAt: null,
        snapshot: beginReset({ purpose, hasBackend, by, at }),
      };
      return hold(
        tenantId,
        async (stop) => {
          await transitions.begin(record);
          return present(await drive(record, stop));
        },
        signal,
      );
    },
    act: (tenantId, version, action, signal) =>
      hold(
        tenantId,
        async (both) => {
          const record = await open(tenantId);
          if (record.version !== version) {
            throw new EvergrantError('reset.movedOn', { retry: 'now' });
          }
          const next =
            action.kind === 'check'
              ? await check(record, both)
              : await transitions.apply(record, eventOf(action, clock.now()));
          return present(next.endedAt === null ? await drive(next, both) : next);
        },
        signal,
      ),
    take: (record, from, by, signal) =>
      hold(
        record.tenantId,
        async (stop) => {
          const taken = await transitions.take(record, from, {
            type: 'takenOver',
            at: clock.now(),
            by,
          });
          return present(await drive(taken, stop));
        },
        signal,
      ),
  };
}

type Deliberate = Exclude<ResetAction, { readonly kind: 'check' }>;

function eventOf(action: Deliberate, at: Millis): ResetEvent {
  const { by } = action;
  switch (action.kind) {
    case 'confirm':
      return { type: 'confirmed', at, by };
    case 'override':
      return { type: 'overridden', at, by, reason: action.reason };
    case 'abandon':
      return { type: 'abandoned', at, by, reason: action.reason };
    case 'handOver':
      return { type: 'handedOver', at, by };
    case 'takeBack':
      return { type: 'takenOver', at, by };
  }
}
