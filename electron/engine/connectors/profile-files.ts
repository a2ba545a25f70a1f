import type { z } from 'zod';
import type { Profile } from '../../contract/profile.ts';
import type { ProfileFileContent, profileImport } from '../../contract/profile-file.ts';
import type { SavedFile } from '../../contract/replacement.ts';
import type { VendorConsent } from '../../contract/vendor.ts';
import type { CloudChoice } from '../clouds/cloud.ts';
import type { Clouds } from '../clouds/clouds.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import { evergrantFileName } from '../kernel/files/evergrant-file.ts';
import { jsonFile } from '../kernel/files/file-saver.ts';
import type { FileSaver } from '../kernel/files/file-saver.ts';
import { readProfileFile, writeProfileFile } from './profile-file.ts';
import type { ProfileFile } from './profile-file.ts';
import type { Profiles } from './profiles.ts';
import { requiredPermissions } from './required-permissions.ts';
import type { ProfileStore } from './store.ts';
import { isSameCloud } from './vendor-part.ts';

/** Connectors as files for colleagues, without credentials. */
export interface ProfileFiles {
  /** Errors: `profile.unknown`. */
  write(profileId: string): Promise<{ readonly fileName: string; readonly text: string }>;
  /** Saves the file through the host. Errors: `profile.unknown`, `export.notWritten`. */
  save(profileId: string): Promise<SavedFile>;
  /** The contents of a file. Errors: `profile.file*`, `profile.permissionMayWrite`. */
  read(text: string): Promise<ProfileFileContent>;
  /** Errors: those of `read`, `profile.cloudFileNeeded`, `profile.already`, `cloud.*`. */
  import(asked: z.output<typeof profileImport>): Promise<Profile>;
}

/** Makes the service. */
export function createProfileFiles(ports: {
  readonly store: Pick<ProfileStore, 'get' | 'list'>;
  readonly profiles: Pick<Profiles, 'get' | 'add'>;
  readonly clouds: Clouds;
  readonly files: Pick<FileSaver, 'save'>;
  readonly practice: boolean;
}): ProfileFiles {
  const { store, profiles, practice } = ports;

  /** Finds the same connector as far as a file can identify it: a file contains no paths of custom clouds. */
  async function sameHere(file: ProfileFile): Promise<string | null> {
    const known = await store.list();
    const same = known.find(
      ({ clientId, cloud }) => clientId === file.clientId && cloud.kind === file.cloud.kind,
    );
    return same?.name ?? null;
  }

  /** A reader that is not on this computer yet can be chosen later. */
  async function vendorOf(
    file: ProfileFile,
    { reader, consent }: NonNullable<ProfileFile['vendor']>,
    cloud: CloudChoice,
  ) {
    const known = await store.list();
    const here = known.find(
      (one) =>
        one.owner === 'ours' && one.clientId === reader?.clientId && isSameCloud(one.cloud, cloud),
    );
    const { browserBaseUrl } = await ports.clouds.resolve(cloud);
    const consentLink = consent && consentLinkOf(browserBaseUrl, file.clientId, consent);
    return { readerId: here?.id ?? null, consentLink };
  }

  async function labelOf({ cloud }: ProfileFile): Promise<string> {
    return cloud.kind === 'custom' ? cloud.label : (await ports.clouds.resolve(cloud)).label;
  }

  const write: ProfileFiles['write'] = async (profileId) => {
    const profile = await store.get(profileId);
    if (profile === null) throw new EvergrantError('profile.unknown', { params: { profileId } });
    const { cloudLabel } = await profiles.get(profileId);
    const readerId = profile.vendor?.readerId ?? null;
    const reader = readerId === null ? null : await store.get(readerId);
    return {
      fileName: evergrantFileName(profile.name, 'evergrant.json', practice),
      text: writeProfileFile(profile, { cloudLabel, practice, reader }),
    };
  };

  return {
    write,
    save: async (profileId) => await ports.files.save(jsonFile(await write(profileId))),
    read: async (text) => {
      const file = readProfileFile(text, practice);
      return {
        name: file.name,
        clientId: file.clientId,
        cloud: file.cloud.kind,
        cloudLabel: await labelOf(file),
        owner: file.owner,
        reader: file.vendor?.reader?.name ?? null,
        requiredPermissions: [...requiredPermissions(file.requiredPermissions)],
        landingPage: file.landingPage,
        backend: file.backend,
        already: await sameHere(file),
      };
    },
    import: async ({ text, cloudFile }) => {
      const file = readProfileFile(text, practice);
      const cloud = cloudOf(file, cloudFile);
      const { name, clientId, landingPage, backend } = file;
      const required = requiredPermissions(file.requiredPermissions);
      return await profiles.add({
        name,
        clientId,
        cloud,
        requiredPermissions: required.map(({ id, type }) => ({ id, type })),
        landingPage,
        backend,
        credential: null,
        ...(file.vendor && { vendor: await vendorOf(file, file.vendor, cloud) }),
      });
    },
  };
}

/** The vendor's link as it was, without a particular tenant. */
function consentLinkOf(
  browserBaseUrl: string,
  clientId: string,
  { form, scope, redirectUri }: VendorConsent,
): string {
  const path = form === 'v2' ? 'v2.0/adminconsent' : 'adminconsent';
  const link = new URL(`${browserBaseUrl}/organizations/${path}`);
  link.searchParams.set('client_id', clientId);
  if (scope !== null) link.searchParams.set('scope', scope);
  link.searchParams.set('redirect_uri', redirectUri);
  return link.href;
}

function cloudOf({ cloud }: ProfileFile, cloudFile: string | undefined): CloudChoice {
  if (cloud.kind !== 'custom') return cloud;
  if (cloudFile === undefined) {
    throw new EvergrantError('profile.cloudFileNeeded', { params: { cloud: cloud.label } });
  }
  return { kind: 'custom', file: cloudFile };
}
