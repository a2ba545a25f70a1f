/**
 * What a finished sync stores for comparisons, and syncs whose memberships are read list by list.
 *
 * `changed_group` names the groups whose row or memberships differ between a finished sync and the one before
 * it (a few extra groups do no harm): comparing two syncs reads only those groups. Syncs from before this
 * migration have none, so each tenant's history begins at its current sync.
 */
export const sql = `
-- The oldest sync of which every row is still kept; older ones cannot be compared any more.
ALTER TABLE tenant ADD COLUMN oldest_sync INTEGER NOT NULL DEFAULT 0;
UPDATE tenant SET oldest_sync = current_sync;

ALTER TABLE sync_run ADD COLUMN memberships_by TEXT NOT NULL DEFAULT 'delta';
-- The stream is read as a list: delta pages came too slowly.
ALTER TABLE sync_stream ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sync_run ADD COLUMN expected_users INTEGER;
ALTER TABLE sync_run ADD COLUMN expected_groups INTEGER;
-- Somebody came back of whom lists had told no memberships: only a full sync knows them.
ALTER TABLE sync_run ADD COLUMN came_back INTEGER NOT NULL DEFAULT 0;
-- JSON: how much changed against the sync before it.
ALTER TABLE sync_run ADD COLUMN changes TEXT;

CREATE TABLE changed_group (
  sync_no INTEGER NOT NULL REFERENCES sync_run (no) ON DELETE CASCADE,
  group_no INTEGER NOT NULL,
  PRIMARY KEY (sync_no, group_no)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO changed_group
  SELECT m.removed_in, m.group_no FROM membership m
  WHERE m.removed_in IN (SELECT no FROM sync_run WHERE state = 'finished');

-- Objects that a running sync met first, until they are indexed by GUID together. Their numbers go on
-- after those of object and are never given twice.
CREATE TABLE new_object (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant_no INTEGER NOT NULL,
  id TEXT NOT NULL,
  type INTEGER NOT NULL
) STRICT;
INSERT INTO sqlite_sequence (name, seq) SELECT 'new_object', coalesce(max(no), 0) FROM object;

-- Groups that this sync reads by themselves, members by a list: not yet (0, with the page to go on
-- from) or all of it (1).
CREATE TABLE listed_group (
  sync_no INTEGER NOT NULL REFERENCES sync_run (no) ON DELETE CASCADE,
  group_no INTEGER NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  -- The group's own properties are read too: it is one that an earlier sync could not read.
  whole INTEGER NOT NULL DEFAULT 0,
  link TEXT,
  PRIMARY KEY (sync_no, group_no)
) STRICT, WITHOUT ROWID;

-- Whether the members came from a list, which leaves service principals out (entra-graph §4.3).
ALTER TABLE group_size ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;

-- Groups that could not be read, now with their history: what a sync could not read is marked when
-- that sync is shown, not before.
CREATE TABLE failed_group_2 (
  group_no INTEGER NOT NULL,
  removed_in INTEGER NOT NULL,
  added_in INTEGER NOT NULL,
  seen_in INTEGER NOT NULL,
  tenant_no INTEGER NOT NULL,
  problem TEXT NOT NULL,
  PRIMARY KEY (group_no, removed_in)
) STRICT, WITHOUT ROWID;
INSERT INTO failed_group_2
  SELECT group_no, 2147483647, sync_no, sync_no, tenant_no, problem FROM failed_group;
DROP TABLE failed_group;
ALTER TABLE failed_group_2 RENAME TO failed_group;
CREATE INDEX failed_group_by_tenant ON failed_group (tenant_no, removed_in);
`;
