import type { CloudName } from '../../../electron/contract/cloud.ts';
import { guid } from '../../../electron/contract/ids.ts';
import type { NewProfile } from '../../../electron/contract/profile.ts';
import { credentialFaults, credentialOf, emptyCredential } from './credential-draft.ts';
import type { CredentialDraft, CredentialFaults } from './credential-draft.ts';

/** What a person has typed about a registration so far. Held by the form alone, and gone with it. */
export interface RegistrationDraft extends CredentialDraft {
  readonly name: string;
  readonly clientId: string;
  readonly cloud: CloudName;
  readonly cloudFile: string;
  readonly credential: 'certificate' | 'secret' | 'none';
}

/** An untouched form. */
export const emptyDraft: RegistrationDraft = {
  name: '',
  clientId: '',
  cloud: 'global',
  cloudFile: '',
  credential: 'certificate',
  ...emptyCredential,
};

/** What is wrong with a draft, by field; the values are the catalogue's keys. */
export type DraftFaults = CredentialFaults &
  Partial<{
    readonly name: 'nameMissing';
    readonly clientId: 'clientIdWrong';
    readonly cloudFile: 'cloudFileMissing';
  }>;

/** Finds what a person can put right before anything is sent. The engine checks again. */
export function faultsOf(draft: RegistrationDraft): DraftFaults {
  return {
    ...(draft.name.trim() === '' && { name: 'nameMissing' }),
    ...(!guid.safeParse(draft.clientId).success && { clientId: 'clientIdWrong' }),
    ...(draft.cloud === 'custom' &&
      draft.cloudFile.trim() === '' && { cloudFile: 'cloudFileMissing' }),
    ...(draft.credential !== 'none' && credentialFaults(draft.credential, draft)),
  };
}

/** The draft as the engine takes it. */
export function profileOf(draft: RegistrationDraft): NewProfile {
  const { cloud, credential } = draft;
  return {
    name: draft.name.trim(),
    clientId: draft.clientId.trim().toLowerCase(),
    cloud: cloud === 'custom' ? { kind: cloud, file: draft.cloudFile.trim() } : { kind: cloud },
    credential: credential === 'none' ? null : credentialOf(credential, draft),
  };
}
