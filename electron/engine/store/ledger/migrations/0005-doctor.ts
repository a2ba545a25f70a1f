/** The doctor's last diagnosis of each tenant: JSON of the contract, replaced by the next one. */
export const sql = `
CREATE TABLE diagnosis (
  tenant_id TEXT PRIMARY KEY REFERENCES tenant (tenant_id) ON DELETE CASCADE,
  diagnosis TEXT NOT NULL
) STRICT;
`;
