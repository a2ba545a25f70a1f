/**
 * The ledger's first schema: profiles, credentials, tenants, evidence, activity, settings, token caches,
 * leases.
 */
export const sql = `
CREATE TABLE profile (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  client_id TEXT NOT NULL,
  cloud TEXT NOT NULL,
  owner TEXT NOT NULL CHECK (owner IN ('ours', 'vendor')),
  required_permissions TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE credential (
  profile_id TEXT PRIMARY KEY REFERENCES profile (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('certificate', 'secret')),
  certificate_pem TEXT,
  private_key_pem TEXT,
  thumbprint TEXT,
  secret TEXT,
  expires_at INTEGER
) STRICT;

CREATE TABLE token_cache (
  profile_id TEXT PRIMARY KEY REFERENCES profile (id) ON DELETE CASCADE,
  serialized TEXT NOT NULL
) STRICT;

CREATE TABLE tenant (
  tenant_id TEXT PRIMARY KEY,
  profile_id TEXT NOT NULL REFERENCES profile (id) ON DELETE RESTRICT,
  alias TEXT,
  display_name TEXT,
  primary_domain TEXT,
  initial_domain TEXT,
  verified_domains TEXT NOT NULL,
  added_as TEXT NOT NULL,
  added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX tenant_by_profile ON tenant (profile_id);

CREATE TABLE test (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  tenant_id TEXT NOT NULL REFERENCES tenant (tenant_id) ON DELETE CASCADE,
  reached INTEGER NOT NULL CHECK (reached IN (0, 1)),
  good INTEGER NOT NULL CHECK (good IN (0, 1)),
  result TEXT NOT NULL
) STRICT;
CREATE INDEX test_by_tenant ON test (tenant_id, sequence);
CREATE INDEX test_reached ON test (tenant_id, sequence) WHERE reached = 1;
CREATE INDEX test_good ON test (tenant_id, sequence) WHERE good = 1;
CREATE TRIGGER test_is_never_changed BEFORE UPDATE ON test
BEGIN SELECT RAISE(ABORT, 'a test is evidence and is never changed'); END;

CREATE TABLE attempt (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  tenant_id TEXT NOT NULL REFERENCES tenant (tenant_id) ON DELETE CASCADE,
  attempt TEXT NOT NULL
) STRICT;
CREATE INDEX attempt_by_tenant ON attempt (tenant_id, sequence);

CREATE TABLE removal (
  tenant_id TEXT PRIMARY KEY REFERENCES tenant (tenant_id) ON DELETE CASCADE,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE activity (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  tenant_id TEXT,
  profile_id TEXT,
  action TEXT NOT NULL,
  account TEXT,
  result TEXT NOT NULL,
  params TEXT NOT NULL,
  problem TEXT
) STRICT;
CREATE INDEX activity_by_time ON activity (at, sequence);
CREATE INDEX activity_by_tenant ON activity (tenant_id, at, sequence);
CREATE TRIGGER activity_is_never_changed BEFORE UPDATE ON activity
BEGIN SELECT RAISE(ABORT, 'activity is append-only'); END;
CREATE TRIGGER activity_goes_only_with_its_tenant BEFORE DELETE ON activity
WHEN OLD.tenant_id IS NULL OR EXISTS (SELECT 1 FROM tenant WHERE tenant_id = OLD.tenant_id)
BEGIN SELECT RAISE(ABORT, 'activity is append-only'); END;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE lease (
  tenant_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  holder TEXT NOT NULL,
  heartbeat_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, kind)
) STRICT;
`;
