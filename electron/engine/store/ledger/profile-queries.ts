import { z } from 'zod';
import { permission } from '../../../contract/grant.ts';
import { vendorBackend } from '../../../contract/profile.ts';
import { vendorConsent } from '../../../contract/vendor.ts';
import type { CredentialRecord, ProfileRecord, ProfileStore } from '../../connectors/store.ts';
import type { Database } from '../database/open.ts';
import type { Synchronous } from '../synchronous.ts';
import { cloudChoice } from './cloud-choice.ts';
import { json } from './json-column.ts';

const profileRow = z
  .object({
    id: z.string(),
    name: z.string(),
    client_id: z.string(),
    cloud: json(cloudChoice),
    owner: z.enum(['ours', 'vendor']),
    required_permissions: json(z.array(permission)),
    landing_page: z.string().nullable(),
    backend: json(vendorBackend).nullable(),
    created_at: z.number(),
    reader_id: z.string().nullable(),
    consent: json(vendorConsent).nullable(),
  })
  .transform((row): ProfileRecord => ({
    id: row.id,
    name: row.name,
    clientId: row.client_id,
    cloud: row.cloud,
    owner: row.owner,
    ...(row.owner === 'vendor' && {
      vendor: { readerId: row.reader_id, consent: row.consent },
    }),
    requiredPermissions: row.required_permissions,
    landingPage: row.landing_page,
    backend: row.backend,
    createdAt: row.created_at,
  }));

const credentialRow = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('certificate'),
      certificate_pem: z.string(),
      private_key_pem: z.string(),
      thumbprint: z.string(),
      expires_at: z.number(),
    }),
    z.object({
      kind: z.literal('secret'),
      secret: z.string(),
      expires_at: z.number().nullable(),
    }),
  ])
  .transform((row): CredentialRecord =>
    row.kind === 'secret'
      ? { kind: 'secret', value: row.secret, expiresAt: row.expires_at }
      : {
          kind: 'certificate',
          certificatePem: row.certificate_pem,
          privateKeyPem: row.private_key_pem,
          thumbprint: row.thumbprint,
          expiresAt: row.expires_at,
        },
  );

/** Connector profiles and their credentials. */
export function createProfileQueries(database: Database): Synchronous<ProfileStore> {
  const all = `SELECT profile.*, vendor.reader_id, vendor.consent FROM profile
    LEFT JOIN vendor_registration AS vendor ON vendor.profile_id = profile.id`;
  const list = database.prepare(
    `${all} WHERE profile.id NOT IN (SELECT profile_id FROM partner) ORDER BY created_at, id`,
  );
  const get = database.prepare(`${all} WHERE id = ?`);
  const insertVendor = database.prepare(
    'INSERT INTO vendor_registration (profile_id, reader_id, consent) VALUES (?, ?, ?)',
  );
  const setReader = database.prepare(
    'UPDATE vendor_registration SET reader_id = ? WHERE profile_id = ?',
  );
  const insertProfile = database.prepare(
    `INSERT INTO profile
       (id, name, client_id, cloud, owner, required_permissions, landing_page, backend, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertCredential = database.prepare(
    `INSERT INTO credential
       (profile_id, kind, certificate_pem, private_key_pem, thumbprint, secret, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const edit = database.prepare(
    'UPDATE profile SET name = ?, landing_page = ?, backend = ? WHERE id = ?',
  );
  const credential = database.prepare('SELECT * FROM credential WHERE profile_id = ?');
  const credentialEnd = database.prepare(
    'SELECT expires_at AS endsAt FROM credential WHERE profile_id = ?',
  );
  const dropCredential = database.prepare('DELETE FROM credential WHERE profile_id = ?');
  const remove = database.prepare('DELETE FROM profile WHERE id = ?');

  return {
    list: () => z.array(profileRow).parse(list.all()),
    get: (profileId) => profileRow.nullable().parse(get.get(profileId) ?? null),
    add: (profile, secret) =>
      database
        .transaction(() => {
          insertProfile.run(
            profile.id,
            profile.name,
            profile.clientId,
            JSON.stringify(profile.cloud),
            profile.owner,
            JSON.stringify(profile.requiredPermissions),
            profile.landingPage,
            jsonOrNull(profile.backend),
            profile.createdAt,
          );
          if (profile.vendor) {
            const { readerId, consent } = profile.vendor;
            insertVendor.run(profile.id, readerId, jsonOrNull(consent));
          }
          if (secret !== null) insertCredential.run(profile.id, ...credentialColumns(secret));
        })
        .immediate(),
    edit: (profileId, { name, landingPage, backend }) => {
      edit.run(name, landingPage, jsonOrNull(backend), profileId);
    },
    setReader: (profileId, readerId) => {
      setReader.run(readerId, profileId);
    },
    credential: (profileId) => credentialRow.nullable().parse(credential.get(profileId) ?? null),
    credentialEnd: (profileId) =>
      z
        .object({ endsAt: z.number().nullable() })
        .nullable()
        .parse(credentialEnd.get(profileId) ?? null),
    replaceCredential: (profileId, next) =>
      database
        .transaction(() => {
          dropCredential.run(profileId);
          insertCredential.run(profileId, ...credentialColumns(next));
        })
        .immediate(),
    remove: (profileId) => {
      remove.run(profileId);
    },
  };
}

function jsonOrNull(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}

function credentialColumns(secret: CredentialRecord): (string | number | null)[] {
  return secret.kind === 'secret'
    ? ['secret', null, null, null, secret.value, secret.expiresAt]
    : [
        'certificate',
        secret.certificatePem,
        secret.privateKeyPem,
        secret.thumbprint,
        null,
        secret.expiresAt,
      ];
}
