/**
 * Users, groups and memberships of every tenant, with their history.
 *
 * A row of `person`, `grp`, `thing`, `membership` or `group_size` is visible at sync C if `added_in <= C AND
 * removed_in > C`; 2147483647 means "not removed". The C that is shown of a tenant is `tenant.current_sync`:
 * one update shows a whole sync.
 *
 * `seen_in` is the last full sync that found the row: rows that a full sync didn't find no longer exist.
 * `row` of `person` and `grp` is the tenant's number times 2^32 plus a counter, so that a full-text search in
 * one customer is a range of rowids. `object.no` replaces the GUID in all other tables.
 */
export const sql = `
CREATE TABLE tenant (
  no INTEGER PRIMARY KEY,
  tenant_id TEXT NOT NULL UNIQUE,
  current_sync INTEGER NOT NULL DEFAULT 0,
  synced_at INTEGER,
  -- Whether the membership of hidden groups was readable in the current sync.
  reads_hidden INTEGER NOT NULL DEFAULT 0,
  groups INTEGER NOT NULL DEFAULT 0,
  people INTEGER NOT NULL DEFAULT 0,
  memberships INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE delta_link (
  tenant_no INTEGER NOT NULL REFERENCES tenant (no) ON DELETE CASCADE,
  stream TEXT NOT NULL,
  link TEXT NOT NULL,
  taken_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_no, stream)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_run (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  tenant_no INTEGER NOT NULL REFERENCES tenant (no) ON DELETE CASCADE,
  mode TEXT NOT NULL,
  state TEXT NOT NULL,
  phase TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  touched_at INTEGER NOT NULL,
  finished_at INTEGER,
  users INTEGER NOT NULL DEFAULT 0,
  groups INTEGER NOT NULL DEFAULT 0,
  memberships INTEGER NOT NULL DEFAULT 0,
  devices INTEGER NOT NULL DEFAULT 0,
  contacts INTEGER NOT NULL DEFAULT 0,
  requests INTEGER NOT NULL DEFAULT 0,
  reads_hidden INTEGER NOT NULL DEFAULT 0,
  problem TEXT,
  -- The highest row that is in the search index: those after it are indexed together, later.
  indexed_person INTEGER NOT NULL,
  indexed_grp INTEGER NOT NULL
) STRICT;
CREATE INDEX sync_run_by_tenant ON sync_run (tenant_no, no);

-- Where a sync goes on after a crash: written with the page that it follows.
CREATE TABLE sync_stream (
  sync_no INTEGER NOT NULL REFERENCES sync_run (no) ON DELETE CASCADE,
  stream TEXT NOT NULL,
  next_link TEXT,
  delta_link TEXT,
  done INTEGER NOT NULL DEFAULT 0,
  problem TEXT,
  PRIMARY KEY (sync_no, stream)
) STRICT, WITHOUT ROWID;

-- Groups whose size must be counted anew at the end of a delta sync.
CREATE TABLE touched_group (
  sync_no INTEGER NOT NULL REFERENCES sync_run (no) ON DELETE CASCADE,
  group_no INTEGER NOT NULL,
  PRIMARY KEY (sync_no, group_no)
) STRICT, WITHOUT ROWID;

-- type: 0 unknown, 1 user, 2 group, 3 device, 4 contact, 5 service principal.
CREATE TABLE object (
  no INTEGER PRIMARY KEY,
  tenant_no INTEGER NOT NULL REFERENCES tenant (no) ON DELETE CASCADE,
  id TEXT NOT NULL,
  type INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX object_by_id ON object (tenant_no, id);

CREATE TABLE person (
  row INTEGER PRIMARY KEY,
  tenant_no INTEGER NOT NULL,
  no INTEGER NOT NULL,
  added_in INTEGER NOT NULL,
  removed_in INTEGER NOT NULL,
  seen_in INTEGER NOT NULL,
  sort_name TEXT NOT NULL,
  name TEXT,
  upn TEXT,
  mail TEXT,
  job_title TEXT,
  -- Further addresses, one a line; former ones that Microsoft no longer tells, likewise.
  addresses TEXT NOT NULL,
  former TEXT NOT NULL,
  guest INTEGER NOT NULL,
  enabled INTEGER
) STRICT;
CREATE UNIQUE INDEX person_by_no ON person (no, removed_in);
CREATE INDEX person_by_name ON person (tenant_no, sort_name, removed_in, added_in);

CREATE TABLE grp (
  row INTEGER PRIMARY KEY,
  tenant_no INTEGER NOT NULL,
  no INTEGER NOT NULL,
  added_in INTEGER NOT NULL,
  removed_in INTEGER NOT NULL,
  seen_in INTEGER NOT NULL,
  sort_name TEXT NOT NULL,
  name TEXT NOT NULL,
  mail TEXT,
  description TEXT,
  mail_nickname TEXT,
  -- 0 Microsoft 365, 1 security, 2 mail-enabled security, 3 distribution, 4 other.
  kind INTEGER NOT NULL,
  -- Bits: 1 dynamic, 2 role-assignable, 4 on-premises synced, 8 team, 16 hidden membership.
  flags INTEGER NOT NULL,
  rule TEXT,
  rule_state TEXT,
  created_at INTEGER
) STRICT;
CREATE UNIQUE INDEX grp_by_no ON grp (no, removed_in);
CREATE INDEX grp_by_name ON grp (tenant_no, sort_name, removed_in, added_in, no, kind, flags);

-- Devices and contacts.
CREATE TABLE thing (
  row INTEGER PRIMARY KEY,
  tenant_no INTEGER NOT NULL,
  no INTEGER NOT NULL,
  type INTEGER NOT NULL,
  added_in INTEGER NOT NULL,
  removed_in INTEGER NOT NULL,
  seen_in INTEGER NOT NULL,
  name TEXT,
  mail TEXT,
  enabled INTEGER
) STRICT;
CREATE UNIQUE INDEX thing_by_no ON thing (no, removed_in);
CREATE INDEX thing_by_type ON thing (tenant_no, type, removed_in);

CREATE TABLE membership (
  group_no INTEGER NOT NULL,
  member_no INTEGER NOT NULL,
  removed_in INTEGER NOT NULL,
  added_in INTEGER NOT NULL,
  seen_in INTEGER NOT NULL,
  PRIMARY KEY (group_no, member_no, removed_in)
) STRICT, WITHOUT ROWID;

-- The same the other way round. A full sync fills it at its end, in order: as an index, filled
-- in the order of groups, it would cost more than everything else together.
CREATE TABLE member_of (
  member_no INTEGER NOT NULL,
  group_no INTEGER NOT NULL,
  removed_in INTEGER NOT NULL,
  added_in INTEGER NOT NULL,
  PRIMARY KEY (member_no, group_no, removed_in)
) STRICT, WITHOUT ROWID;

-- Direct members of a group as they are shown, and how many of them have neither type nor name.
CREATE TABLE group_size (
  group_no INTEGER NOT NULL,
  removed_in INTEGER NOT NULL,
  added_in INTEGER NOT NULL,
  tenant_no INTEGER NOT NULL,
  members INTEGER NOT NULL,
  unnamed INTEGER NOT NULL,
  PRIMARY KEY (group_no, removed_in)
) STRICT, WITHOUT ROWID;
CREATE INDEX group_size_by_tenant ON group_size (tenant_no, removed_in, members);

-- Groups that a sync could not read, and why. The next sync is a full one.
CREATE TABLE failed_group (
  group_no INTEGER PRIMARY KEY,
  tenant_no INTEGER NOT NULL,
  sync_no INTEGER NOT NULL,
  problem TEXT NOT NULL
) STRICT;
CREATE INDEX failed_group_by_tenant ON failed_group (tenant_no);

CREATE VIRTUAL TABLE grp_search USING fts5 (
  name, mail, description, id,
  content = '', contentless_delete = 1, tokenize = 'trigram remove_diacritics 1'
);
CREATE VIRTUAL TABLE person_search USING fts5 (
  name, upn, addresses,
  content = '', contentless_delete = 1, tokenize = 'trigram remove_diacritics 1'
);
-- Segments are merged when sixteen have come together. Bytes that are gathered in memory before a segment is written.
INSERT INTO grp_search (grp_search, rank) VALUES ('hashsize', 8388608);
INSERT INTO person_search (person_search, rank) VALUES ('hashsize', 8388608);
INSERT INTO grp_search (grp_search, rank) VALUES ('automerge', 16);
INSERT INTO person_search (person_search, rank) VALUES ('automerge', 16);
`;
