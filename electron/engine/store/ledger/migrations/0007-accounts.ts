/**
 * One row for each signed-in account, so that two processes that renew different accounts don't write the
 * same row; and tenants that require a separate sign-in.
 *
 * `serialized` is the part of MSAL's cache for that account that is stored: `Account` and `RefreshToken`,
 * each by MSAL's key. `account_id` is MSAL's home account ID. `demand.problem` is JSON; `claims` are the
 * claims that a sign-in must satisfy.
 */
export const sql = `
CREATE TABLE account_cache (
  profile_id TEXT NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL,
  serialized TEXT NOT NULL,
  PRIMARY KEY (profile_id, account_id)
) STRICT, WITHOUT ROWID;

INSERT INTO account_cache (profile_id, account_id, serialized)
SELECT known.profile_id, known.account_id, json_object(
  'Account', (SELECT json_group_object(key, json(value))
    FROM json_each(known.serialized, '$.Account')
    WHERE json_extract(value, '$.home_account_id') = known.account_id),
  'RefreshToken', (SELECT json_group_object(key, json(value))
    FROM json_each(known.serialized, '$.RefreshToken')
    WHERE json_extract(value, '$.home_account_id') = known.account_id))
FROM (
  SELECT DISTINCT token_cache.profile_id, token_cache.serialized,
    json_extract(account.value, '$.home_account_id') AS account_id
  FROM token_cache, json_each(token_cache.serialized, '$.Account') AS account
  WHERE json_valid(token_cache.serialized)
) AS known
WHERE known.account_id IS NOT NULL;

DROP TABLE token_cache;

CREATE TABLE demand (
  profile_id TEXT NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
  tenant_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  account TEXT NOT NULL,
  problem TEXT NOT NULL,
  claims TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (profile_id, tenant_id)
) STRICT, WITHOUT ROWID;
`;
