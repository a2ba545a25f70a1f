import { z } from 'zod';
import type { KeyPairRecord, KeyPairStore } from '../../registration/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';

const keyPairRow = z
  .object({
    id: z.string(),
    profile_id: z.string().nullable(),
    name: z.string(),
    certificate_pem: z.string(),
    private_key_pem: z.string(),
    thumbprint: z.string(),
    created_at: z.number(),
    expires_at: z.number(),
  })
  .transform((row): KeyPairRecord => ({
    id: row.id,
    profileId: row.profile_id,
    name: row.name,
    certificatePem: row.certificate_pem,
    privateKeyPem: row.private_key_pem,
    thumbprint: row.thumbprint,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }));

/** Key pairs that are not in use yet. */
export function createKeyPairQueries(database: Database): Synchronous<KeyPairStore> {
  const insert = database.prepare(
    `INSERT INTO key_pair
       (id, profile_id, name, certificate_pem, private_key_pem, thumbprint, created_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const get = database.prepare('SELECT * FROM key_pair WHERE id = ?');
  const ofProfile = database.prepare(
    'SELECT * FROM key_pair WHERE profile_id = ? ORDER BY created_at DESC, id',
  );
  const remove = database.prepare('DELETE FROM key_pair WHERE id = ?');

  return {
    add: (pair) => {
      insert.run(
        pair.id,
        pair.profileId,
        pair.name,
        pair.certificatePem,
        pair.privateKeyPem,
        pair.thumbprint,
        pair.createdAt,
        pair.expiresAt,
      );
    },
    get: (keyPairId) => keyPairRow.nullable().parse(get.get(keyPairId) ?? null),
    ofProfile: (profileId) => z.array(keyPairRow).parse(ofProfile.all(profileId)),
    remove: (keyPairId) => {
      remove.run(keyPairId);
    },
  };
}
