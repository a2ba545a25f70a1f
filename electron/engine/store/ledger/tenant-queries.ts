import { z } from 'zod';
import type { TenantRecord, TenantStore } from '../../tenants/store.ts';
import type { Database } from '../database/open.ts';
import type { Sync } from '../sync-store.ts';
import { json } from './json-column.ts';

const tenantRow = z
  .object({
    tenant_id: z.string(),
    profile_id: z.string(),
    alias: z.string().nullable(),
    display_name: z.string().nullable(),
    primary_domain: z.string().nullable(),
    initial_domain: z.string().nullable(),
    verified_domains: json(z.array(z.string())),
    added_as: z.string(),
    added_at: z.number(),
  })
  .transform((row): TenantRecord => ({
    tenantId: row.tenant_id,
    profileId: row.profile_id,
    alias: row.alias,
    displayName: row.display_name,
    primaryDomain: row.primary_domain,
    initialDomain: row.initial_domain,
    verifiedDomains: row.verified_domains,
    addedAs: row.added_as,
    addedAt: row.added_at,
  }));

/** Customers' tenants and their labels. */
export function createTenantQueries(database: Database): Sync<TenantStore> {
  const list = database.prepare('SELECT * FROM tenant ORDER BY added_at, tenant_id');
  const get = database.prepare('SELECT * FROM tenant WHERE tenant_id = ?');
  const ofProfile = database.prepare(
    'SELECT * FROM tenant WHERE profile_id = ? ORDER BY added_at, tenant_id',
  );
  const insert = database.prepare(
    `INSERT INTO tenant (tenant_id, profile_id, alias, display_name, primary_domain,
       initial_domain, verified_domains, added_as, added_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id) DO NOTHING`,
  );
  const relabel = database.prepare(
    `UPDATE tenant SET display_name = ?, primary_domain = ?, initial_domain = ?,
       verified_domains = ? WHERE tenant_id = ?`,
  );

  return {
    list: () => z.array(tenantRow).parse(list.all()),
    get: (tenantId) => tenantRow.nullable().parse(get.get(tenantId) ?? null),
    ofProfile: (profileId) => z.array(tenantRow).parse(ofProfile.all(profileId)),
    add: (tenant) =>
      database
        .transaction(() => {
          const { changes } = insert.run(
            tenant.tenantId,
            tenant.profileId,
            tenant.alias,
            tenant.displayName,
            tenant.primaryDomain,
            tenant.initialDomain,
            JSON.stringify(tenant.verifiedDomains),
            tenant.addedAs,
            tenant.addedAt,
          );
          return { tenant: tenantRow.parse(get.get(tenant.tenantId)), already: changes === 0 };
        })
        .immediate(),
    relabel: (tenantId, labels) => {
      relabel.run(
        labels.displayName,
        labels.primaryDomain,
        labels.initialDomain,
        JSON.stringify(labels.verifiedDomains),
        tenantId,
      );
    },
  };
}
