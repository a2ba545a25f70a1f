/** What a sync remembers of what went wrong. */
export const sql = `
-- Times in a row that Graph answered next_link with no page.
ALTER TABLE sync_stream ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
`;
