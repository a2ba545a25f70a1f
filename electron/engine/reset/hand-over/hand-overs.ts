import type {
  HandOverContent,
  HandOverHindrance,
  TakeOver,
} from '../../../contract/reset-hand-over.ts';
import type { Reset } from '../../../contract/reset.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { ProfileRecord } from '../../connectors/store.ts';
import type { TenantRecord } from '../../tenants/store.ts';
import { ownFileName } from '../../kernel/files/evergrant-file.ts';
import { presentReset } from '../present-reset.ts';
import type { Resets } from '../resets.ts';
import type { ResetRecord, ResetStore } from '../store.ts';
import { readHandOverFile, recordOf, writeHandOverFile } from './hand-over-file.ts';
import type { HandOverFile } from './hand-over-file.ts';

/** A customer's name in Microsoft's directory may be longer than the alias that it becomes at the colleague's. */
const longestName = 120;

/** Resets that go from one computer to another by file. */
export interface HandOvers {
  /** The file of the reset that was handed over; it can be written as often as it is needed. Errors: `reset.notHandedOver`. */
  write(tenantId: string): Promise<{ readonly fileName: string; readonly text: string }>;
  /** What a colleague's file holds. Errors: `reset.file*`. */
  read(text: string): Promise<HandOverContent>;
  /**
   * Carries a colleague's reset on here, at the same step; adds the customer where it is not here yet.
   * Errors: those of `read`, `reset.cannotTakeOver` with what stands in the way, those of adding a customer.
   */
  takeOver(asked: TakeOver, signal?: AbortSignal): Promise<Reset>;
}

/** Makes the service. */
export function createHandOvers(ports: {
  readonly store: Pick<ResetStore, 'last' | 'get'>;
  readonly resets: Pick<Resets, 'take'>;
  readonly profiles: {
    get(profileId: string): Promise<ProfileRecord | null>;
    list(): Promise<readonly ProfileRecord[]>;
  };
  readonly cloudLabel: (profileId: string) => Promise<string>;
  readonly tenants: {
    /** Null: it is not here. */
    find(tenantId: string): Promise<TenantRecord | null>;
    add(asked: {
      readonly domainOrId: string;
      readonly profileId: string;
      readonly alias: string;
    }): Promise<unknown>;
  };
  readonly practice: boolean;
}): HandOvers {
  const { store, tenants, practice } = ports;

  /** The same connector, as far as a file can say: it does not know this computer's custom clouds. */
  const sameConnector = async ({ connector }: HandOverFile): Promise<readonly ProfileRecord[]> =>
    (await ports.profiles.list()).filter(
      ({ clientId, cloud }) =>
        clientId === connector.clientId && cloud.kind === connector.cloud.kind,
    );

  async function profileFor(file: HandOverFile): Promise<ProfileRecord | HandOverHindrance> {
    const same = await sameConnector(file);
    const tenant = await tenants.find(file.tenant.tenantId);
    if (tenant === null) return same[0] ?? 'noConnector';
    return same.find(({ id }) => id === tenant.profileId) ?? 'otherConnector';
  }

  async function standing(file: HandOverFile): Promise<{
    readonly hindrance: HandOverHindrance;
    readonly profileId: string | null;
    /** The version here whose place the file takes; null: the reset is not here. */
    readonly from: number | null;
  }> {
    const profile = await profileFor(file);
    const stopped = (hindrance: HandOverHindrance) => ({ hindrance, profileId: null, from: null });
    if (typeof profile === 'string') return stopped(profile);
    const ready = { hindrance: 'nothing', profileId: profile.id } as const;
    const here = await store.get(file.reset.id);
    if (here === null) {
      const last = await store.last(file.tenant.tenantId);
      return last !== null && last.endedAt === null ? stopped('running') : { ...ready, from: null };
    }
    if (here.tenantId !== file.tenant.tenantId) {
      throw new EvergrantError('reset.fileDamaged', { params: { where: 'reset.id' } });
    }
    if (here.endedAt !== null) return stopped('ended');
    if (here.snapshot.state !== 'handedOver') return stopped('here');
    return isLaterThan(file, here) ? { ...ready, from: here.version } : stopped('older');
  }

  return {
    write: async (tenantId) => {
      const record = await store.last(tenantId);
      if (record?.snapshot.state !== 'handedOver') throw new EvergrantError('reset.notHandedOver');
      const tenant = await tenants.find(tenantId);
      const profile = await ports.profiles.get(record.profileId);
      if (tenant === null || profile === null) throw new EvergrantError('reset.notHandedOver');
      const { cloud, name, clientId } = profile;
      const label = await ports.cloudLabel(profile.id);
      const called = tenant.alias ?? tenant.displayName ?? tenant.primaryDomain ?? tenantId;
      return {
        fileName: ownFileName(called, 'evergrant-reset.json', practice),
        text: writeHandOverFile({
          ...(practice && { workspace: 'PRACTICE' as const }),
          tenant: {
            tenantId,
            name: called.slice(0, longestName),
            primaryDomain: tenant.primaryDomain,
          },
          connector: {
            name,
            clientId,
            cloud: cloud.kind === 'custom' ? { kind: 'custom', label } : cloud,
          },
          hasBackend: record.snapshot.context.hasBackend,
          reset: presentReset(record, null),
        }),
      };
    },
    read: async (text) => {
      const file = readHandOverFile(text, practice);
      const { tenant, connector, reset } = file;
      const { name, clientId, cloud } = connector;
      const { hindrance } = await standing(file);
      const cloudLabel = cloud.kind === 'custom' ? cloud.label : cloud.kind;
      return { tenant, connector: { name, clientId, cloudLabel }, reset, hindrance };
    },
    takeOver: async ({ text, by }, signal) => {
      const file = readHandOverFile(text, practice);
      const { hindrance, profileId, from } = await standing(file);
      if (profileId === null) {
        throw new EvergrantError('reset.cannotTakeOver', { params: { hindrance } });
      }
      const { tenantId, name: alias } = file.tenant;
      if ((await tenants.find(tenantId)) === null) {
        await tenants.add({ domainOrId: tenantId, profileId, alias });
      }
      return ports.resets.take(recordOf(file, profileId), from, by, signal);
    },
  };
}

/**
 * The file goes on from what is here. Versions alone do not say so: both sides count on where one took it
 * back while the other had it. The hands that it went through do.
 */
function isLaterThan({ reset }: HandOverFile, { version, snapshot }: ResetRecord): boolean {
  return (
    reset.version >= version &&
    snapshot.context.hands.every(({ kind, at, by }, place) => {
      const hand = reset.hands[place];
      return hand?.kind === kind && hand.by === by && Date.parse(hand.at) === at;
    })
  );
}
