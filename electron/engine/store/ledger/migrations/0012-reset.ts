/**
 * Resets after a change of the primary domain. `record` is JSON of the whole reset. `version` and `open` are
 * separate columns, so that two processes never continue the same reset, and a tenant has at most one open
 * reset.
 */
export const sql = `
CREATE TABLE reset (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  tenant_id TEXT NOT NULL REFERENCES tenant (tenant_id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  record TEXT NOT NULL
) STRICT;
CREATE INDEX reset_by_tenant ON reset (tenant_id, sequence);
CREATE UNIQUE INDEX reset_open ON reset (tenant_id) WHERE open = 1;
`;
