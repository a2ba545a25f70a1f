import { z } from 'zod';
import type { SyncStream } from '../../../../directory/sync/store.ts';
import type { Millis } from '../../../../kernel/ports.ts';
import type { Database } from '../../../database/open.ts';
import { syncStreams } from '../../schema/codes.ts';

const linkRow = z.object({ stream: z.enum(syncStreams), link: z.string(), taken_at: z.number() });
export type DeltaLinkRow = z.infer<typeof linkRow>;

/** The links where a tenant's next delta sync begins, from the last finished sync. */
export function createDeltaLinks(database: Database) {
  const ofTenant = database.prepare(
    'SELECT stream, link, taken_at FROM delta_link WHERE tenant_no = ?',
  );
  const put = database.prepare(
    `INSERT INTO delta_link (tenant_no, stream, link, taken_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (tenant_no, stream) DO UPDATE SET link = excluded.link, taken_at = excluded.taken_at`,
  );
  const drop = database.prepare('DELETE FROM delta_link WHERE tenant_no = ?');
  return {
    ofTenant: (tenantNo: number): DeltaLinkRow[] => z.array(linkRow).parse(ofTenant.all(tenantNo)),
    put: (tenantNo: number, stream: SyncStream, link: string, at: Millis) =>
      void put.run(tenantNo, stream, link, at),
    drop: (tenantNo: number) => void drop.run(tenantNo),
  };
}
