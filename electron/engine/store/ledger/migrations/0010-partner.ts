/** The partner's registration for reading its list of customers: a profile that isn't a connector. */
export const sql = `
CREATE TABLE partner (
  profile_id TEXT PRIMARY KEY REFERENCES profile (id) ON DELETE CASCADE,
  tenant_id TEXT NOT NULL
) STRICT;
`;
