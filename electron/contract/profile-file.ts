import { z } from 'zod';
import { cloudName } from './cloud.ts';
import { permission } from './grant.ts';
import { guid } from './ids.ts';
import { profile, vendorBackend } from './profile.ts';

/** What a connector's file holds, for a person to look at before it is imported. */
export const profileFileContent = z.object({
  name: z.string(),
  clientId: guid,
  cloud: cloudName,
  cloudLabel: z.string(),
  owner: profile.shape.owner,
  /** Who looks on where the registration is a vendor's, by name. */
  reader: z.string().nullable(),
  requiredPermissions: z.array(permission),
  landingPage: z.string().nullable(),
  backend: vendorBackend.nullable(),
  /** The connector with the same client id in the same cloud that is here; null: none. */
  already: z.string().nullable(),
});
export type ProfileFileContent = z.infer<typeof profileFileContent>;

/** A connector's file on its way in. Larger than any that Evergrant writes: another file. */
export const profileFileText = z.string().max(200_000);

/** A connector that is imported. */
export const profileImport = z.object({
  text: profileFileText,
  /** The path of the cloud file on this computer, where the connector lives in a custom cloud. */
  cloudFile: z.string().trim().min(1).optional(),
});
export type ProfileImport = z.input<typeof profileImport>;
