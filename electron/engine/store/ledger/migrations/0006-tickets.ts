/** Ticket numbers: the one kept for a customer, and the one that each line of the record was made for. */
export const sql = `
CREATE TABLE kept_ticket (
  tenant_id TEXT PRIMARY KEY REFERENCES tenant (tenant_id) ON DELETE CASCADE,
  ticket TEXT NOT NULL
) STRICT;

ALTER TABLE activity ADD COLUMN ticket TEXT;
`;
