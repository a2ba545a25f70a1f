/** The partner's own registration for reading its list of customers: a profile that is no connector. */
export const sql = `
CREATE TABLE partner (
  profile_id TEXT PRIMARY KEY REFERENCES profile (id) ON DELETE CASCADE,
  tenant_id TEXT NOT NULL
) STRICT;
`;
