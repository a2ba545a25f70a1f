import type { Database } from '../database/open.ts';
import { createActivityQueries } from './activity-queries.ts';
import { createDoctorQueries } from './doctor-queries.ts';
import { createBackupQueries } from './backup-queries.ts';
import { createDemandQueries } from './demand-queries.ts';
import { createGrantQueries } from './grant-queries.ts';
import { createKeyPairQueries } from './key-pair-queries.ts';
import { createLeaseQueries } from './lease-queries.ts';
import { createMarkQueries } from './mark-queries.ts';
import { createPartnerQueries } from './partner-queries.ts';
import { createProfileQueries } from './profile-queries.ts';
import { createSetUpQueries } from './set-up-queries.ts';
import { createQuietWatchQueries } from './quiet-watch-queries.ts';
import { createResetQueries } from './reset-queries.ts';
import { createSettingQueries } from './setting-queries.ts';
import { createTenantQueries } from './tenant-queries.ts';
import { createTicketQueries } from './ticket-queries.ts';
import { createTokenCacheQueries } from './token-cache-queries.ts';

/** All rooms' queries on one open ledger. */
export type LedgerQueries = ReturnType<typeof createLedgerQueries>;

/** Prepares every query of the ledger. The database must be migrated. */
export function createLedgerQueries(database: Database) {
  const keyPairs = createKeyPairQueries(database);
  return {
    profiles: createProfileQueries(database),
    partner: createPartnerQueries(database),
    tenants: createTenantQueries(database),
    grants: createGrantQueries(database),
    diagnoses: createDoctorQueries(database),
    resets: createResetQueries(database),
    activity: createActivityQueries(database),
    tickets: createTicketQueries(database),
    quietWatches: createQuietWatchQueries(database),
    settings: createSettingQueries(database),
    tokenCaches: createTokenCacheQueries(database),
    demands: createDemandQueries(database),
    leases: createLeaseQueries(database),
    marks: createMarkQueries(database),
    keyPairs,
    setUps: createSetUpQueries(database, keyPairs),
    backups: createBackupQueries(database),
  };
}
