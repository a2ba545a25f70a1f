import { z } from 'zod';
import { guid, instant, profileId } from './ids.ts';
import { permission } from './grant.ts';

/** Which Microsoft cloud a connector lives in; `custom` is described by a file (the practice cloud, for one). */
export const cloudName = z.enum(['global', 'usGovL4', 'usGovL5', 'china', 'custom']);
export type CloudName = z.infer<typeof cloudName>;

/** A connector profile as it leaves the engine: there is no field that could carry its credential. */
export const profile = z.object({
  id: profileId,
  name: z.string(),
  clientId: guid,
  cloud: cloudName,
  cloudLabel: z.string(),
  owner: z.enum(['ours', 'vendor']),
  requiredPermissions: z.array(permission),
  credential: z
    .object({
      kind: z.enum(['certificate', 'secret']),
      /** SHA-256 thumbprint of a certificate, hex; null for a secret. */
      thumbprint: z.string().nullable(),
      expiresAt: instant.nullable(),
    })
    .nullable(),
  createdAt: instant,
});
export type Profile = z.infer<typeof profile>;

/** A credential on its way in. PEM texts as read from the file. */
export const credentialInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('certificate'), pem: z.string().min(1) }),
  z.object({
    kind: z.literal('secret'),
    value: z.string().min(1),
    expiresAt: instant.nullable().default(null),
  }),
]);
export type CredentialInput = z.infer<typeof credentialInput>;

export const newProfile = z.object({
  name: z.string().trim().min(1).max(120),
  clientId: guid,
  cloud: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['global', 'usGovL4', 'usGovL5', 'china']) }),
    /** Path of a custom cloud file; read at each start, its addresses are never stored. */
    z.object({ kind: z.literal('custom'), file: z.string().min(1) }),
  ]),
  /** Default: the three of product.md §1. A permission that is not on the reading allow-list is refused. */
  requiredPermissions: z
    .array(z.object({ id: guid, type: z.enum(['delegated', 'application']) }))
    .optional(),
  credential: credentialInput.nullable().default(null),
});
export type NewProfile = z.input<typeof newProfile>;
