import { z } from 'zod';
import { cloudName } from './cloud.ts';
import { permission } from './grant.ts';
import { guid } from './ids.ts';
import { profile, vendorBackend } from './profile.ts';

/** The contents of a connector file, for a person to review before the import. */
export const profileFileContent = z.object({
  name: z.string(),
  clientId: guid,
  cloud: cloudName,
  cloudLabel: z.string(),
  owner: profile.shape.owner,
  /** For a vendor's registration: the name of its reader. */
  reader: z.string().nullable(),
  requiredPermissions: z.array(permission),
  landingPage: z.string().nullable(),
  backend: vendorBackend.nullable(),
  /** The existing connector with the same client ID in the same cloud; null: none. */
  already: z.string().nullable(),
});
export type ProfileFileContent = z.infer<typeof profileFileContent>;

/** A connector file as input. Evergrant never writes a larger one. */
export const profileFileText = z.string().max(200_000);

/** A connector to import. */
export const profileImport = z.object({
  text: profileFileText,
  /** The path of the cloud file on this computer, if the connector is in a custom cloud. */
  cloudFile: z.string().trim().min(1).optional(),
});
export type ProfileImport = z.input<typeof profileImport>;
