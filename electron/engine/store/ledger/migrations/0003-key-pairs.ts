/**
 * Key pairs that Evergrant created and that are not in use yet, and the set-ups that began with one.
 *
 * `key_pair`: `id`; `profile_id`, the connector whose credential it will replace (it's deleted with that
 * profile), or null for that of a set-up; `name`, the name of the certificate; the pair as PEM; `thumbprint`,
 * SHA-256 of the DER in hex, as in `credential`; times in milliseconds UTC. A row is deleted when its pair
 * becomes a credential, or is discarded.
 *
 * `set_up.home` is the domain or ID of the MSP's own tenant as entered; `tenant_id` is the tenant that it
 * resolves to. `home_tenant` is the tenant of a connector's registration, if known.
 */
export const sql = `
CREATE TABLE key_pair (
  id TEXT PRIMARY KEY,
  profile_id TEXT REFERENCES profile (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  certificate_pem TEXT NOT NULL,
  private_key_pem TEXT NOT NULL,
  thumbprint TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX key_pair_by_profile ON key_pair (profile_id);

CREATE TABLE set_up (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  cloud TEXT NOT NULL,
  tenant_id TEXT NOT NULL,
  home TEXT NOT NULL,
  key_pair_id TEXT NOT NULL REFERENCES key_pair (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX set_up_by_key_pair ON set_up (key_pair_id);

CREATE TABLE home_tenant (
  profile_id TEXT PRIMARY KEY REFERENCES profile (id) ON DELETE CASCADE,
  tenant_id TEXT NOT NULL
) STRICT;
`;
