/** Ticket numbers: the current one of each customer, and the one of each line of activity. */
export const sql = `
CREATE TABLE kept_ticket (
  tenant_id TEXT PRIMARY KEY REFERENCES tenant (tenant_id) ON DELETE CASCADE,
  ticket TEXT NOT NULL
) STRICT;

ALTER TABLE activity ADD COLUMN ticket TEXT;
`;
