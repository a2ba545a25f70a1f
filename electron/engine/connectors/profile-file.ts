import { z } from 'zod';
import { guid } from '../../contract/ids.ts';
import { newProfile, vendorBackend } from '../../contract/profile.ts';
import { vendorConsent } from '../../contract/vendor.ts';
import {
  cloudLabelInFile,
  readEvergrantFile,
  writeEvergrantFile,
} from '../kernel/files/evergrant-file.ts';
import type { ProfileRecord } from './store.ts';

/** The version of the connector file format that Evergrant writes, and the newest that it reads. */
const fileVersion = 1;

const permissionId = z.object({ id: guid, type: z.enum(['delegated', 'application']) });

/**
 * A connector as a file for a colleague. It has no field for a credential, an ID of this computer, or
 * a path: a custom cloud is given by name, and each computer has its own cloud file.
 */
const profileFile = z.object({
  evergrant: z.literal('connector'),
  version: z.literal(fileVersion),
  /** Only in files from Practice. */
  workspace: z.literal('PRACTICE').optional(),
  name: newProfile.shape.name,
  clientId: guid,
  cloud: z.discriminatedUnion('kind', [
    // Copied from the list of clouds on purpose: another cloud requires another version of the file,
    // which an older Evergrant then reports as newer and not as damaged.
    z.object({ kind: z.enum(['global', 'usGovL4', 'usGovL5', 'china']) }),
    z.object({ kind: z.literal('custom'), label: cloudLabelInFile }),
  ]),
  owner: z.enum(['ours', 'vendor']),
  /** A vendor's registration: the reader's client ID, and the form of the consent link. */
  vendor: z
    .object({
      reader: z.object({ clientId: guid, name: newProfile.shape.name }).nullable(),
      consent: vendorConsent.nullable(),
    })
    .nullable(),
  requiredPermissions: z.array(permissionId.extend({ name: z.string().max(255) })).max(500),
  landingPage: newProfile.shape.landingPage,
  backend: vendorBackend.nullable(),
});
export type ProfileFile = z.output<typeof profileFile>;

/** The file's text: readable JSON. */
export function writeProfileFile(
  profile: ProfileRecord,
  given: {
    readonly cloudLabel: string;
    readonly practice: boolean;
    readonly reader: Pick<ProfileRecord, 'clientId' | 'name'> | null;
  },
): string {
  const { cloud, name, clientId, owner, requiredPermissions, landingPage, backend } = profile;
  const { reader } = given;
  const file: ProfileFile = {
    evergrant: 'connector',
    version: fileVersion,
    ...(given.practice && { workspace: 'PRACTICE' }),
    name,
    clientId,
    cloud: cloud.kind === 'custom' ? { kind: 'custom', label: given.cloudLabel } : cloud,
    owner,
    vendor: profile.vendor
      ? {
          reader: reader && { clientId: reader.clientId, name: reader.name },
          consent: profile.vendor.consent,
        }
      : null,
    requiredPermissions: [...requiredPermissions],
    landingPage,
    backend,
  };
  return writeEvergrantFile(file);
}

/**
 * Reads a connector file.
 *
 * Errors: `profile.fileNotOurs`, `profile.fileNewer`, `profile.fileDamaged` with the path of the
 * invalid value, `profile.filePractice` when a file from Practice meets real data or the reverse.
 */
export function readProfileFile(text: string, practice: boolean): ProfileFile {
  return readEvergrantFile(
    { kind: 'connector', version: fileVersion, schema: profileFile, problems: 'profile.file' },
    text,
    practice,
  );
}
