/** The last diagnosis of each tenant: JSON in the contract's format, replaced by the next diagnosis. */
export const sql = `
CREATE TABLE diagnosis (
  tenant_id TEXT PRIMARY KEY REFERENCES tenant (tenant_id) ON DELETE CASCADE,
  diagnosis TEXT NOT NULL
) STRICT;
`;
