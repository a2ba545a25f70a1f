/**
 * What a finished sync leaves for comparing, and syncs whose memberships are read list by list.
 *
 * `changed_group` names the groups whose row or memberships differ between a finished sync and the
 * one before it (a few more do no harm): comparing two syncs reads those groups alone. Syncs from
 * before this migration left none, so each tenant's history begins at its current sync.
 */
export const sql = `
-- The oldest sync of which every row is still kept; older ones cannot be compared any more.
ALTER TABLE tenant ADD COLUMN oldest_sync INTEGER NOT NULL DEFAULT 0;
UPDATE tenant SET oldest_sync = current_sync;

ALTER TABLE sync_run ADD COLUMN memberships_by TEXT NOT NULL DEFAULT 'delta';
ALTER TABLE sync_run ADD COLUMN expected_users INTEGER;
ALTER TABLE sync_run ADD COLUMN expected_groups INTEGER;
-- JSON: how much changed against the sync before it.
ALTER TABLE sync_run ADD COLUMN changes TEXT;

CREATE TABLE changed_group (
  sync_no INTEGER NOT NULL REFERENCES sync_run (no) ON DELETE CASCADE,
  group_no INTEGER NOT NULL,
  PRIMARY KEY (sync_no, group_no)
) STRICT, WITHOUT ROWID;

-- Groups whose list of members this sync has yet to read, and the page to go on from.
CREATE TABLE unread_group (
  sync_no INTEGER NOT NULL REFERENCES sync_run (no) ON DELETE CASCADE,
  group_no INTEGER NOT NULL,
  link TEXT,
  PRIMARY KEY (sync_no, group_no)
) STRICT, WITHOUT ROWID;

-- Whether the members came from a list, which leaves service principals out (entra-graph §4.3).
ALTER TABLE group_size ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;
`;
