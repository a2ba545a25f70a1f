/**
 * Groups that the product's policies use, and their hand-overs.
 *
 * A group is identified only by its id; its name is stored as it was when the group was marked, for the case
 * that the group is deleted. Only a tenant's last hand-over keeps its `snapshot` (gzip of JSON), which the
 * next one is compared with.
 */
export const sql = `
CREATE TABLE mark (
  tenant_id TEXT NOT NULL REFERENCES tenant (tenant_id) ON DELETE CASCADE,
  group_id TEXT NOT NULL,
  label TEXT NOT NULL,
  name TEXT NOT NULL,
  marked_at INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, group_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE hand_over (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  tenant_id TEXT NOT NULL REFERENCES tenant (tenant_id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  ticket TEXT,
  snapshot BLOB
) STRICT;
CREATE INDEX hand_over_by_tenant ON hand_over (tenant_id, sequence);
`;
