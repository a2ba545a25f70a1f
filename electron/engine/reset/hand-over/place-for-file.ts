import type { HandOverHindrance } from '../../../contract/reset-hand-over.ts';
import type { ProfileRecord } from '../../connectors/store.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { TenantRecord } from '../../tenants/store.ts';
import type { ResetRecord, ResetStore } from '../store.ts';
import type { HandOverFile } from './hand-over-file.ts';

/** What the search for a file's place uses. */
export interface PlacePorts {
  readonly store: Pick<ResetStore, 'last' | 'get'>;
  readonly profiles: { list(): Promise<readonly ProfileRecord[]> };
  readonly tenants: {
    /** Null: the customer is not on this computer. */
    find(tenantId: string): Promise<TenantRecord | null>;
  };
}

/** Where a colleague's reset would go on this computer, or what prevents it. */
export interface Place {
  readonly hindrance: HandOverHindrance;
  /** Null when something prevents it. */
  readonly profileId: string | null;
  /** The stored version that the file replaces; null: the reset is not on this computer. */
  readonly from: number | null;
}

/** Finds the place for a file on this computer. Errors: `reset.fileDamaged`. */
export async function placeForFile(ports: PlacePorts, file: HandOverFile): Promise<Place> {
  const profile = await profileFor(ports, file);
  if (typeof profile === 'string') return hindered(profile);
  const ready = { hindrance: 'nothing', profileId: profile.id } as const;
  const here = await ports.store.get(file.reset.id);
  if (here === null) {
    const last = await ports.store.last(file.tenant.tenantId);
    return last !== null && last.endedAt === null ? hindered('running') : { ...ready, from: null };
  }
  if (here.tenantId !== file.tenant.tenantId) {
    throw new EvergrantError('reset.fileDamaged', { params: { where: 'reset.id' } });
  }
  if (here.endedAt !== null) return hindered('ended');
  if (here.snapshot.state !== 'handedOver') return hindered('here');
  return isLaterThan(file, here) ? { ...ready, from: here.version } : hindered('older');
}

function hindered(hindrance: HandOverHindrance): Place {
  return { hindrance, profileId: null, from: null };
}

/** The same connector as far as a file can identify it: a file contains no paths of custom clouds. */
async function profileFor(
  { profiles, tenants }: PlacePorts,
  { connector, tenant: { tenantId } }: HandOverFile,
): Promise<ProfileRecord | HandOverHindrance> {
  const same = (await profiles.list()).filter(
    ({ clientId, cloud }) => clientId === connector.clientId && cloud.kind === connector.cloud.kind,
  );
  const tenant = await tenants.find(tenantId);
  if (tenant === null) return same[0] ?? 'noConnector';
  return same.find(({ id }) => id === tenant.profileId) ?? 'otherConnector';
}

/**
 * Whether the file continues the stored reset. Versions cannot show this: both sides count up if one
 * took the reset back while the other had it. The list of hand-overs shows it.
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
