import type { PolicyStore } from '../../../directory/policies/store.ts';
import type { Database } from '../../database/open.ts';
import { createTenantViews } from '../read/tenant-views.ts';
import { createHandOverPeople } from './hand-over-people.ts';
import { createHandOverPoint } from './hand-over-point.ts';
import { unpackSnapshot } from './hand-over-snapshot.ts';
import type { createPolicyFindings } from './policy-findings.ts';
import { timesMarked } from './policy-groups.ts';
import type { PolicyView } from './policy-groups.ts';
import type { SyncPoint } from './policy-people.ts';
import { sinceHandOver } from './since-hand-over.ts';
import { createTakeSnapshot } from './take-snapshot.ts';

/** Reads a hand-over from one sync, however many pages it takes. */
export type HandOverQueries = Pick<
  PolicyStore,
  'openHandOver' | 'handOverPeople' | 'snapshot' | 'since'
>;

/** Creates the queries of hand-overs; `views` and `findings` are shared by all policy queries. */
export function createHandOverQueries(
  database: Database,
  views: (at: SyncPoint) => PolicyView,
  findings: ReturnType<typeof createPolicyFindings>,
): HandOverQueries {
  const tenants = createTenantViews(database);
  const people = createHandOverPeople(database);
  const pointOf = createHandOverPoint(database);
  const held = <T>(read: () => T): T => database.transaction(read)();

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
        const view = views(pointOf(scope));
        const groups = view.groups(scope.groupIds);
        const of = groupId === null ? groups : groups.filter(({ id }) => id === groupId);
        return people.page(view, groups, { of, start, limit });
      }),
    snapshot: createTakeSnapshot(database, views, { pointOf, people }),
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
