/** What a sync records about failures. */
export const sql = `
-- Times in a row that Graph answered next_link with no page.
ALTER TABLE sync_stream ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
-- When it began by Microsoft's clock: what Microsoft dates is compared with that. Null where it did not tell.
ALTER TABLE sync_run ADD COLUMN began_there INTEGER;
-- JSON: what a finished sync could not read.
ALTER TABLE sync_run ADD COLUMN gaps TEXT;

-- Objects that a sync met and could not read, or not whole. An empty id: it had none.
CREATE TABLE unread_object (
  sync_no INTEGER NOT NULL REFERENCES sync_run (no) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  problem TEXT NOT NULL,
  PRIMARY KEY (sync_no, kind, id)
) STRICT, WITHOUT ROWID;
`;
