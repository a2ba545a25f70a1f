/**
 * Why syncs failed since the last one that finished. A sync that is resumed takes the reason from its own
 * row.
 */
export const sql = `
CREATE TABLE sync_failure (
  tenant_no INTEGER NOT NULL REFERENCES tenant (no) ON DELETE CASCADE,
  code TEXT NOT NULL,
  at INTEGER NOT NULL,
  problem TEXT NOT NULL,
  PRIMARY KEY (tenant_no, code)
) STRICT, WITHOUT ROWID;

INSERT INTO sync_failure
  SELECT r.tenant_no, json_extract(r.problem, '$.code'), r.finished_at, r.problem FROM sync_run r
  WHERE r.state = 'failed' AND r.problem IS NOT NULL AND r.finished_at IS NOT NULL
    AND r.no = (SELECT max(no) FROM sync_run WHERE tenant_no = r.tenant_no);
`;
