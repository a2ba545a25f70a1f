/**
 * Customers that are tested in the background until the grant is found; the row is then deleted, or when it
 * expires.
 */
export const sql = `
CREATE TABLE quiet_watch (
  tenant_id TEXT PRIMARY KEY REFERENCES tenant (tenant_id) ON DELETE CASCADE,
  reason TEXT NOT NULL CHECK (reason IN ('asked', 'lateAccept')),
  since INTEGER NOT NULL,
  last_test_at INTEGER,
  next_test_at INTEGER NOT NULL,
  tests INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT;
`;
