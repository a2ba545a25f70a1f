/**
 * Facts about a registration that belongs to a vendor: who reads through it, and how consent is requested. A
 * vendor's profile can't have a credential.
 */
export const sql = `
CREATE TABLE vendor_registration (
  profile_id TEXT PRIMARY KEY REFERENCES profile (id) ON DELETE CASCADE,
  reader_id TEXT REFERENCES profile (id) ON DELETE RESTRICT,
  consent TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX vendor_registration_by_reader ON vendor_registration (reader_id);

CREATE TRIGGER credential_is_never_a_vendors BEFORE INSERT ON credential
WHEN (SELECT owner FROM profile WHERE id = NEW.profile_id) = 'vendor'
BEGIN SELECT RAISE(ABORT, 'a profile of a vendor has no credential'); END;
`;
