import type { PolicyReading, PolicyStore } from '../../../directory/policies/store.ts';
import type { Database } from '../../database/open.ts';
import type { Synchronous } from '../../synchronous.ts';
import { createHandOverQueries } from './hand-over-queries.ts';
import type { HandOverQueries } from './hand-over-queries.ts';
import { coverageCounts, createPolicyCoverage } from './policy-coverage.ts';
import { createPolicyFindings } from './policy-findings.ts';
import { createPolicyViews } from './policy-groups.ts';
import { createTenantViews } from '../read/tenant-views.ts';

/** Reads groups for policies. */
export function createPolicyQueries(
  database: Database,
): Synchronous<Omit<PolicyStore, keyof HandOverQueries>> & HandOverQueries {
  const tenants = createTenantViews(database);
  const views = createPolicyViews(database);
  const findings = createPolicyFindings(database);
  const coverage = createPolicyCoverage(database);

  const neverSynced = (groupIds: readonly string[]): PolicyReading => ({
    syncedAt: null,
    groups: groupIds.map((groupId) => ({ groupId, found: null })),
    people: { inOne: 0, inNone: 0, inSeveral: 0 },
  });
  return {
    overview: (tenantId, groupIds) =>
      database.transaction((): PolicyReading => {
        const tenant = tenants.one(tenantId);
        if (!tenant) return neverSynced(groupIds);
        const view = views(tenant);
        const groups = view.groups(groupIds);
        const byId = new Map(groups.map((group) => [group.id, group]));
        return {
          syncedAt: tenant.syncedAt,
          groups: groupIds.map((groupId) => {
            const group = byId.get(groupId);
            return { groupId, found: group ? findings.reading(tenant, view, group) : null };
          }),
          people: coverageCounts(view, groups),
        };
      })(),
    people: (query, groupIds) =>
      database.transaction(() => {
        const tenant = tenants.one(query.tenantId);
        if (!tenant) return { total: 0, rows: [] };
        const view = views(tenant);
        const nameOf = (groupNo: number): string => findings.name(tenant, groupNo);
        return coverage.window(tenant, view, view.groups(groupIds), query, nameOf);
      })(),
    ...createHandOverQueries(database, views, findings),
  };
}
