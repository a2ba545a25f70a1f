import type { EngineHost } from '../support/engine-host.ts';
import type { Memberships, PeerRows } from './peers.ts';

/** The properties in which two rows of a group or person must agree, by their names in v1.0. */
const groupFields = ['displayName', 'mail', 'description'] as const;
const personFields = ['displayName', 'userPrincipalName', 'mail', 'jobTitle'] as const;

/** Whether we have exactly a peer's memberships, for the groups that the peer read. */
export function sameMemberships(peer: Memberships, ours: Memberships): boolean {
  return [...peer].every(([group, members]) => {
    const mine = ours.get(group);
    return mine !== undefined && mine.size === members.size && members.isSubsetOf(mine);
  });
}

/** Whether we have exactly the peer's groups and people, with the same properties. */
export async function sameRows(host: EngineHost, tenantId: string, peer: PeerRows) {
  const groups = await all((offset) => host.client.groups.list({ tenantId, offset, limit: 200 }));
  const people = await all((offset) => host.client.people.list({ tenantId, offset, limit: 200 }));
  return same(groups, peer.groups, groupFields) && same(people, peer.people, personFields);
}

function same<F extends string>(
  ours: readonly ({ readonly id: string } & Readonly<Partial<Record<F, unknown>>>)[],
  theirs: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
  fields: readonly F[],
): boolean {
  return (
    ours.length === theirs.size &&
    ours.every((row) => {
      const other = theirs.get(row.id);
      return other && fields.every((field) => (row[field] ?? null) === (other[field] ?? null));
    })
  );
}

async function all<T>(
  read: (offset: number) => Promise<{ readonly total: number; readonly rows: readonly T[] }>,
): Promise<T[]> {
  const rows: T[] = [];
  for (;;) {
    const window = await read(rows.length);
    rows.push(...window.rows);
    if (window.rows.length === 0 || rows.length >= window.total) return rows;
  }
}
