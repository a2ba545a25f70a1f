import { z } from 'zod';
import type { PartnerRecord, PartnerStore } from '../../partner/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';
import { createProfileQueries } from './profile-queries.ts';

const partnerRow = z
  .object({ profile_id: z.string(), tenant_id: z.string() })
  .transform((row): PartnerRecord => ({ profileId: row.profile_id, tenantId: row.tenant_id }));

/** The partner's registration: at most one. Deleting its profile deletes it and its tokens too. */
export function createPartnerQueries(database: Database): Synchronous<PartnerStore> {
  const get = database.prepare('SELECT * FROM partner');
  const insert = database.prepare('INSERT INTO partner (profile_id, tenant_id) VALUES (?, ?)');
  const remove = database.prepare(
    'DELETE FROM profile WHERE id IN (SELECT profile_id FROM partner)',
  );
  const profiles = createProfileQueries(database);
  return {
    get: () => partnerRow.nullable().parse(get.get() ?? null),
    set: (profile, tenantId) =>
      database
        .transaction(() => {
          remove.run();
          profiles.add(profile, null);
          insert.run(profile.id, tenantId);
        })
        .immediate(),
    remove: () => {
      remove.run();
    },
  };
}
