import type { Database } from '../../../database/open.ts';
import { createDeltaLinks } from './delta-links.ts';
import { createRunNotes } from './run-notes.ts';
import { createRunQueries } from './run-queries.ts';
import { createStreamQueries } from './stream-queries.ts';
import { createSyncedTenants } from './synced-tenants.ts';

/** The rows with the progress of syncs; the data that they read is stored elsewhere. */
export function createSyncRows(database: Database) {
  return {
    tenants: createSyncedTenants(database),
    runs: createRunQueries(database),
    notes: createRunNotes(database),
    streams: createStreamQueries(database),
    links: createDeltaLinks(database),
  };
}
export type SyncRows = ReturnType<typeof createSyncRows>;
