import type { SyncStore } from '../../../directory/sync/store.ts';
import { createDataVersion } from '../../database/data-version.ts';
import { inSteps } from '../../database/in-steps.ts';
import type { Database } from '../../database/open.ts';
import { createSyncEnds } from './end-sync.ts';
import { createFailedGroups } from './objects/failed-groups.ts';
import { createForgetTenant } from './undo/forget-tenant.ts';
import { createListWriter } from './writers/list-writer.ts';
import { createMemberships } from './objects/memberships.ts';
import { createObjects } from './objects/objects.ts';
import { createOpenSyncs } from './syncs/open-syncs.ts';
import { createPageWriter } from './writers/page-writer.ts';
import { createParsedPages } from './syncs/parsed-pages.ts';
import { createSyncPlans } from './plan-sync.ts';
import { recordOf } from './syncs/run-row.ts';
import { createSyncFailures } from './syncs/sync-failures.ts';
import { createSyncLists } from './sync-lists.ts';
import { createSyncPages } from './sync-pages.ts';
import { createSyncRows } from './syncs/sync-rows.ts';
import { createSyncStreams } from './sync-streams.ts';
import { createTakeBackStream } from './undo/take-back-stream.ts';
import { createUnreadObjects } from './objects/unread-objects.ts';
import { createObjectWriter } from './writers/write-objects.ts';

/** The write side of `directory.db`. Its methods run in the writer's thread. */
export function createSyncQueries(
  database: Database,
): SyncStore & { readonly isWriting: () => boolean } {
  const rows = createSyncRows(database);
  const { tenants, runs, notes } = rows;
  const failures = createSyncFailures(database);
  const failed = createFailedGroups(database);
  const objects = createObjects(database);
  const unread = createUnreadObjects(database);
  const memberships = createMemberships(database);
  const pages = createParsedPages();
  const open = createOpenSyncs(database, rows, { pages, remembering: [objects, unread] });
  const pageWriter = createPageWriter(database, { objects, memberships, failed, unread });
  const writeObjects = createObjectWriter(pageWriter, unread);
  const lists = createListWriter(database, { objects, memberships, pageWriter, failed });
  const takeBack = createTakeBackStream(database);
  const forgetTenant = createForgetTenant(database);
  const version = createDataVersion(database);

  return {
    ...createSyncPlans(database, rows, open, { takeBack, lists, unread }),
    ...createSyncPages(rows, open, { pages, pageWriter }),
    ...createSyncStreams(database, rows, open, takeBack),
    ...createSyncLists(rows, open, { lists, unread, writeObjects }),
    ...createSyncEnds(database, rows, open, { pageWriter, lists, unread, failed, failures }),

    /** Whether a sync of this process is still open. */
    isWriting: () => open.isAny(),
    async beganThere(no, at) {
      notes.beganThere(no, at);
    },
    async expect(no, { users, groups }) {
      notes.expect(no, users, groups);
    },
    async met(no) {
      return notes.met(open.get(no));
    },
    async needsFull(no) {
      return runs.get(no).came_back === 1;
    },
    async last(tenantId) {
      const row = runs.last(tenantId);
      return row ? recordOf(row) : null;
    },
    async lasts(known) {
      const now = version();
      if (now === known) return { version: now, runs: null };
      const all = runs.lasts().map((row) => [row.tenant_id, recordOf(row)] as const);
      return { version: now, runs: new Map(all) };
    },
    failures: () => Promise.resolve(failures.all()),
    failuresOf: (tenantId) => Promise.resolve(failures.of(tenantId)),
    async forget(tenantId) {
      const tenant = tenants.known(tenantId);
      if (tenant) await inSteps(database, forgetTenant(tenant.no));
    },
  };
}
