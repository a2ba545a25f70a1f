import { z } from 'zod';
import { diagnosis } from '../../../contract/doctor.ts';
import type { DoctorStore } from '../../doctor/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';
import { json } from './json-column.ts';

const row = z.object({ diagnosis: json(diagnosis) });

/** The last diagnosis of each tenant. */
export function createDoctorQueries(database: Database): Synchronous<DoctorStore> {
  const save = database.prepare(
    `INSERT INTO diagnosis (tenant_id, diagnosis) VALUES (?, ?)
     ON CONFLICT (tenant_id) DO UPDATE SET diagnosis = excluded.diagnosis`,
  );
  const last = database.prepare('SELECT diagnosis FROM diagnosis WHERE tenant_id = ?');
  return {
    save: (found) => {
      save.run(found.tenantId, JSON.stringify(found));
    },
    last: (tenantId) => row.nullable().parse(last.get(tenantId) ?? null)?.diagnosis ?? null,
  };
}
