import { z } from 'zod';
import type { TokenCacheStore } from '../../identity/store.ts';
import type { Database } from '../database/open.ts';
import type { Sync } from '../sync-store.ts';

/** Delegated accounts' token caches. App-only tokens are never here. */
export function createTokenCacheQueries(database: Database): Sync<TokenCacheStore> {
  const read = database.prepare('SELECT serialized FROM token_cache WHERE profile_id = ?').pluck();
  const write = database.prepare(
    `INSERT INTO token_cache (profile_id, serialized) VALUES (?, ?)
     ON CONFLICT (profile_id) DO UPDATE SET serialized = excluded.serialized`,
  );
  const remove = database.prepare('DELETE FROM token_cache WHERE profile_id = ?');
  return {
    read: (profileId) =>
      z
        .string()
        .nullable()
        .parse(read.get(profileId) ?? null),
    write: (profileId, serialized) => {
      write.run(profileId, serialized);
    },
    remove: (profileId) => {
      remove.run(profileId);
    },
  };
}
