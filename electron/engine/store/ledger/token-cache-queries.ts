import { z } from 'zod';
import type { TokenCacheStore } from '../../identity/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';

const part = z
  .object({ account_id: z.string(), serialized: z.string() })
  .transform((row) => [row.account_id, row.serialized] as const);

/** Delegated accounts' token caches, one row each. App-only tokens are never stored. */
export function createTokenCacheQueries(database: Database): Synchronous<TokenCacheStore> {
  const ofProfile = database.prepare(
    'SELECT account_id, serialized FROM account_cache WHERE profile_id = ? ORDER BY account_id',
  );
  const one = database
    .prepare('SELECT serialized FROM account_cache WHERE profile_id = ? AND account_id = ?')
    .pluck();
  const put = database.prepare(
    `INSERT INTO account_cache (profile_id, account_id, serialized) VALUES (?, ?, ?)
     ON CONFLICT (profile_id, account_id) DO UPDATE SET serialized = excluded.serialized`,
  );
  const remove = database.prepare(
    'DELETE FROM account_cache WHERE profile_id = ? AND account_id = ?',
  );
  return {
    read: (profileId) => new Map(z.array(part).parse(ofProfile.all(profileId))),
    replace: (profileId, accountId, before, after) =>
      database
        .transaction(() => {
          if ((one.get(profileId, accountId) ?? null) !== before) return false;
          if (after === null) remove.run(profileId, accountId);
          else put.run(profileId, accountId, after);
          return true;
        })
        .immediate(),
  };
}
