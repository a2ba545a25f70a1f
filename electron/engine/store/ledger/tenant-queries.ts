import { z } from 'zod';
import type { TenantLabels, TenantRecord, TenantStore } from '../../tenants/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';
import { createActivityQueries } from './activity-queries.ts';
import { createForgetCustomer } from './forget-customer.ts';

/** A JSON list of names only; it contains no problems. */
const names = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.array(z.string()));

const tenantRow = z
  .object({
    tenant_id: z.string(),
    profile_id: z.string(),
    alias: z.string().nullable(),
    display_name: z.string().nullable(),
    primary_domain: z.string().nullable(),
    initial_domain: z.string().nullable(),
    verified_domains: names,
    former_domains: names,
    added_as: z.string(),
    added_at: z.number(),
    tags: names,
    notes: z.string().nullable(),
  })
  .transform((row): TenantRecord => ({
    tenantId: row.tenant_id,
    profileId: row.profile_id,
    alias: row.alias,
    displayName: row.display_name,
    primaryDomain: row.primary_domain,
    initialDomain: row.initial_domain,
    verifiedDomains: row.verified_domains,
    formerDomains: row.former_domains,
    addedAs: row.added_as,
    addedAt: row.added_at,
    tags: row.tags,
    notes: row.notes,
  }));

/** Customers' tenants, with labels, tags and domains. */
export function createTenantQueries(database: Database): Synchronous<TenantStore> {
  const list = database.prepare('SELECT * FROM tenant ORDER BY added_at, tenant_id');
  const get = database.prepare('SELECT * FROM tenant WHERE tenant_id = ?');
  const ofProfile = database.prepare(
    'SELECT * FROM tenant WHERE profile_id = ? ORDER BY added_at, tenant_id',
  );
  const insert = database.prepare(
    `INSERT INTO tenant (tenant_id, profile_id, alias, display_name, primary_domain,
       initial_domain, verified_domains, former_domains, added_as, added_at, tags, notes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id) DO NOTHING`,
  );
  const relabel = database.prepare(
    `UPDATE tenant SET display_name = ?, primary_domain = ?, initial_domain = ?,
       verified_domains = ?, former_domains = ? WHERE tenant_id = ?`,
  );
  const edit = database.prepare(
    'UPDATE tenant SET alias = ?, tags = ?, notes = ? WHERE tenant_id = ?',
  );
  const activity = createActivityQueries(database);
  const addOne = (tenant: TenantRecord): boolean =>
    insert.run(
      tenant.tenantId,
      tenant.profileId,
      tenant.alias,
      tenant.displayName,
      tenant.primaryDomain,
      tenant.initialDomain,
      JSON.stringify(tenant.verifiedDomains),
      JSON.stringify(tenant.formerDomains),
      tenant.addedAs,
      tenant.addedAt,
      JSON.stringify(tenant.tags),
      tenant.notes,
    ).changes === 1;
  const find = (tenantId: string): TenantRecord | null =>
    tenantRow.nullable().parse(get.get(tenantId) ?? null);

  return {
    list: () => z.array(tenantRow).parse(list.all()),
    get: find,
    ofProfile: (profileId) => z.array(tenantRow).parse(ofProfile.all(profileId)),
    add: (tenant) =>
      database
        .transaction(() => {
          const already = !addOne(tenant);
          return { tenant: tenantRow.parse(get.get(tenant.tenantId)), already };
        })
        .immediate(),
    addAll: (tenants, lines) =>
      database
        .transaction(() => {
          const already = tenants.find(({ tenantId }) => find(tenantId) !== null);
          if (already !== undefined) return find(already.tenantId);
          for (const tenant of tenants) addOne(tenant);
          for (const line of lines) activity.append(line);
          return null;
        })
        .immediate(),
    relabel: (tenantId, labels) =>
      database
        .transaction(() => {
          const before = find(tenantId);
          if (before === null) return null;
          const { displayName, primaryDomain, initialDomain, verifiedDomains } = labels;
          const after = {
            ...before,
            displayName,
            primaryDomain,
            initialDomain,
            verifiedDomains,
            formerDomains: formerDomains(before, labels),
          };
          relabel.run(
            displayName,
            primaryDomain,
            initialDomain,
            JSON.stringify(verifiedDomains),
            JSON.stringify(after.formerDomains),
            tenantId,
          );
          return { before, after };
        })
        .immediate(),
    forget: createForgetCustomer(database),
    edit: (tenantId, words) =>
      database
        .transaction(() => {
          const before = find(tenantId);
          if (before === null) return null;
          const after = { ...before, ...words };
          edit.run(after.alias, JSON.stringify(after.tags), after.notes, tenantId);
          return after;
        })
        .immediate(),
  };
}

/**
 * Former domains of a tenant that are not among its labels now. A domain that was added again doesn't count.
 */
function formerDomains(before: TenantRecord, now: TenantLabels): string[] {
  const { formerDomains: former, verifiedDomains, primaryDomain, initialDomain } = before;
  const had = [...former, ...verifiedDomains, primaryDomain, initialDomain];
  const has = new Set([...now.verifiedDomains, now.primaryDomain, now.initialDomain]);
  return [...new Set(had.filter((domain) => domain !== null))].filter((domain) => !has.has(domain));
}
