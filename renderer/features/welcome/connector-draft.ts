import type { NewProfile } from '../../../electron/contract/profile.ts';

/** What a person has typed about a connector so far. Held by the form alone, and gone with it. */
export interface ConnectorDraft {
  readonly name: string;
  readonly clientId: string;
  readonly cloud: 'global' | 'usGovL4' | 'usGovL5' | 'china' | 'custom';
  readonly cloudFile: string;
  readonly credential: 'certificate' | 'secret' | 'none';
  readonly pem: { readonly fileName: string; readonly text: string } | null;
  readonly secret: string;
}

/** An untouched form. */
export const emptyDraft: ConnectorDraft = {
  name: '',
  clientId: '',
  cloud: 'global',
  cloudFile: '',
  credential: 'certificate',
  pem: null,
  secret: '',
};

/** What is wrong with a draft, by field; the values are the catalogue's keys. */
export type DraftFaults = Partial<
  Record<
    'name' | 'clientId' | 'cloudFile' | 'pem' | 'secret',
    | 'nameMissing'
    | 'clientIdWrong'
    | 'cloudFileMissing'
    | 'certificateMissing'
    | 'certificateWrong'
    | 'secretMissing'
  >
>;

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Finds what a person can put right before anything is sent. The engine checks again. */
export function faultsOf(draft: ConnectorDraft): DraftFaults {
  return {
    ...(draft.name.trim() === '' && { name: 'nameMissing' }),
    ...(!guid.test(draft.clientId.trim()) && { clientId: 'clientIdWrong' }),
    ...(draft.cloud === 'custom' &&
      draft.cloudFile.trim() === '' && { cloudFile: 'cloudFileMissing' }),
    ...(draft.credential === 'certificate' && pemFault(draft)),
    ...(draft.credential === 'secret' && draft.secret === '' && { secret: 'secretMissing' }),
  };
}

/** RFC 7468: a certificate and an unencrypted private key in one text. */
function pemFault({ pem }: ConnectorDraft): Pick<DraftFaults, 'pem'> {
  if (pem === null) return { pem: 'certificateMissing' };
  const whole =
    pem.text.includes('-----BEGIN CERTIFICATE-----') &&
    /-----BEGIN (?:RSA |EC )?PRIVATE KEY-----/.test(pem.text);
  return whole ? {} : { pem: 'certificateWrong' };
}

/** The draft as the engine takes it. */
export function profileOf(draft: ConnectorDraft): NewProfile {
  const { cloud } = draft;
  return {
    name: draft.name.trim(),
    clientId: draft.clientId.trim().toLowerCase(),
    cloud: cloud === 'custom' ? { kind: cloud, file: draft.cloudFile.trim() } : { kind: cloud },
    credential: credentialOf(draft),
  };
}

function credentialOf({ credential, pem, secret }: ConnectorDraft): NewProfile['credential'] {
  if (credential === 'certificate' && pem !== null) return { kind: 'certificate', pem: pem.text };
  return credential === 'secret' ? { kind: 'secret', value: secret } : null;
}
