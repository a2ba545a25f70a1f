import { guid } from '../../../../electron/contract/ids.ts';
import type { NewProfile } from '../../../../electron/contract/profile.ts';
import type { ConsentLinkReading } from '../../../../electron/contract/vendor.ts';

/** What a person has typed about a vendor's registration so far. */
export interface VendorDraft {
  readonly name: string;
  readonly clientId: string;
  readonly cloud: NewProfile['cloud'];
  /** As it was pasted. */
  readonly link: string;
  /** What was read out of the link and confirmed by the person; null before that. */
  readonly confirmed: ConsentLinkReading | null;
  /** `undefined`: nobody has chosen yet. */
  readonly readerId: string | null | undefined;
  readonly address: string;
}

/** An untouched form. */
export const emptyVendorDraft: VendorDraft = {
  name: '',
  clientId: '',
  cloud: { kind: 'global' },
  link: '',
  confirmed: null,
  readerId: undefined,
  address: '',
};

/** What is wrong with a draft, by field; the values are the catalogue's keys. */
export type VendorFaults = Partial<
  Record<
    'name' | 'clientId' | 'link' | 'cloudFile' | 'address',
    'nameMissing' | 'clientIdWrong' | 'linkUnconfirmed' | 'cloudFileMissing' | 'addressWrong'
  >
>;

/** Finds what a person can put right before anything is sent. The engine checks again. */
export function vendorFaults(draft: VendorDraft): VendorFaults {
  const { cloud } = draft;
  const address = draft.address.trim();
  return {
    ...(draft.name.trim() === '' && { name: 'nameMissing' }),
    ...(!guid.safeParse(draft.clientId).success && { clientId: 'clientIdWrong' }),
    ...(draft.link.trim() !== '' && draft.confirmed === null && { link: 'linkUnconfirmed' }),
    ...(cloud.kind === 'custom' && cloud.file.trim() === '' && { cloudFile: 'cloudFileMissing' }),
    ...(address !== '' && URL.parse(address)?.protocol !== 'https:' && { address: 'addressWrong' }),
  };
}

/** The draft after its link was confirmed: client id and cloud are the link's. */
export function withLink(draft: VendorDraft, reading: ConsentLinkReading): VendorDraft {
  const [first] = reading.clouds;
  return {
    ...draft,
    confirmed: reading,
    clientId: reading.clientId,
    cloud: first?.choice ?? draft.cloud,
  };
}

/** The draft as the engine takes it. `readerId`: who looks on. */
export function vendorProfileOf(draft: VendorDraft, readerId: string | null): NewProfile {
  const name = draft.name.trim();
  const address = draft.address.trim();
  return {
    name,
    clientId: draft.clientId.trim().toLowerCase(),
    cloud: draft.cloud,
    vendor: { readerId, consentLink: draft.confirmed === null ? null : draft.link.trim() },
    backend: address === '' ? null : { name, address },
  };
}
