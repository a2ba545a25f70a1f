import { EvergrantError } from '../../../errors/evergrant-error.ts';
import type { HandOverScope, PolicyStore } from '../../../directory/policies/store.ts';
import type { Database } from '../../database/open.ts';
import { createHandOverPeople } from './hand-over-people.ts';
import { packSnapshot, unpackSnapshot } from './hand-over-snapshot.ts';
import type { Snapshot } from './hand-over-snapshot.ts';
import type { createPolicyFindings } from './policy-findings.ts';
import { timesMarked } from './policy-groups.ts';
import type { PolicyView } from './policy-groups.ts';
import type { SyncPoint } from './policy-people.ts';
import { sinceHandOver } from './since-hand-over.ts';
import { createTenantViews } from '../read/tenant-views.ts';

/** People that are read at once; between two portions other calls are served. */
const portion = 1000;

/** What is handed over, held still at one sync however many pages it takes. */
export type HandOverQueries = Pick<
  PolicyStore,
  'openHandOver' | 'handOverPeople' | 'snapshot' | 'since'
>;

/** Makes the queries of hand-overs; `views` and `findings` are those of the whole room. */
export function createHandOverQueries(
  database: Database,
  views: (at: SyncPoint) => PolicyView,
  findings: ReturnType<typeof createPolicyFindings>,
): HandOverQueries {
  const tenants = createTenantViews(database);
  const people = createHandOverPeople(database);
  const kept = database
    .prepare(
      `SELECT no FROM tenant
       WHERE tenant_id = $tenantId AND oldest_sync <= $sync AND current_sync >= $sync`,
    )
    .pluck();

  const at = ({ tenantId, sync }: HandOverScope): SyncPoint => {
    const no = kept.get({ tenantId, sync }) as number | undefined;
    if (no === undefined) {
      throw new EvergrantError('policy.syncGone', { params: { tenantId }, retry: 'now' });
    }
    return { no, sync };
  };
  const held = <T>(read: () => T): T => database.transaction(read)();
  const untilNextPortion = (): Promise<void> =>
    new Promise((resolve) => {
      setImmediate(resolve);
    });

  return {
    openHandOver: async (tenantId, groupIds) =>
      held(() => {
        const tenant = tenants.one(tenantId);
        if (!tenant) return null;
        const view = views(tenant);
        const groups = view.groups(groupIds);
        const byId = new Map(groups.map((group) => [group.id, group]));
        return {
          sync: tenant.sync,
          syncedAt: tenant.syncedAt,
          totalPeople: timesMarked(view, groups).reduce((sum, of) => sum + Number(of > 0), 0),
          groups: groupIds.map((groupId) => {
            const group = byId.get(groupId);
            if (!group) return { groupId, found: null };
            const completeness = findings.completeness(tenant, group);
            return { groupId, found: { ...completeness, people: group.ranks.length } };
          }),
        };
      }),
    handOverPeople: async (scope, { groupId, start, limit }) =>
      held(() => {
        const view = views(at(scope));
        const groups = view.groups(scope.groupIds);
        const of = groupId === null ? groups : groups.filter(({ id }) => id === groupId);
        return people.page(view, groups, { of, start, limit });
      }),
    async snapshot(scope, marks) {
      const { view, groups } = held(() => {
        const found = views(at(scope));
        return { view: found, groups: found.groups(scope.groupIds) };
      });
      const ranks = Array.from(timesMarked(view, groups).entries()).flatMap(([rank, times]) =>
        times > 0 ? rank : [],
      );
      const places = new Map(ranks.map((rank, place) => [rank, place]));
      const everybody: Snapshot['people'] = [];
      for (let next = 0; next < ranks.length; next += portion) {
        held(() => {
          at(scope);
          for (const rank of ranks.slice(next, next + portion)) {
            const person = people.person(view, rank);
            everybody.push([person.id, person.userPrincipalName, person.displayName]);
          }
        });
        await untilNextPortion();
      }
      const byId = new Map(groups.map((group) => [group.id, group]));
      return await packSnapshot({
        people: everybody,
        groups: marks.map(({ groupId, label, name }) => {
          const group = byId.get(groupId);
          const its = Array.from(group?.ranks ?? [], (rank) => places.get(rank) ?? -1);
          return { id: groupId, label, name, gone: group === undefined, people: its };
        }),
      });
    },
    async since(tenantId, marks, packed, limit) {
      const before = await unpackSnapshot(packed);
      return held(() => {
        const tenant = tenants.one(tenantId);
        if (!tenant) return null;
        const view = views(tenant);
        const groups = view.groups(marks.map(({ groupId }) => groupId));
        const byId = new Map(groups.map((group) => [group.id, group]));
        const ids = people.ids(view, tenant);
        const now = marks.map(({ groupId, label, name }) => {
          const group = byId.get(groupId);
          return {
            id: groupId,
            label,
            name: group ? findings.name(tenant, group.no) : name,
            people: group ? Array.from(group.ranks, (rank) => ids[rank] ?? '') : null,
          };
        });
        return sinceHandOver(now, before, (id) => people.name(tenant, id), limit);
      });
    },
  };
}
