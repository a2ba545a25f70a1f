import { z } from 'zod';
import { newProfile } from '../../../../electron/contract/profile.ts';
import type { NewProfile } from '../../../../electron/contract/profile.ts';
import { consentLinkReading } from '../../../../electron/contract/vendor.ts';
import type { ConsentLinkReading } from '../../../../electron/contract/vendor.ts';
import { typedCloud } from '../../../ui/forms/typed-cloud.ts';
import { typedAddress } from '../typed-address.ts';

/** What a person types about a vendor's registration. */
export const vendorForm = z
  .object({
    name: newProfile.shape.name,
    clientId: newProfile.shape.clientId,
    cloud: typedCloud,
    /** As it was pasted. */
    link: z.string().trim(),
    /** What was parsed from the link and confirmed by the person; null before that. */
    confirmed: consentLinkReading.nullable(),
    address: typedAddress,
  })
  .refine(({ link, confirmed }) => link === '' || confirmed !== null, { path: ['link'] });
export type TypedVendor = z.input<typeof vendorForm>;

/** An empty form. */
export const untouchedVendor: TypedVendor = {
  name: '',
  clientId: '',
  cloud: { kind: 'global', file: '' },
  link: '',
  confirmed: null,
  address: '',
};

/** What a confirmed link fills in: its client ID and cloud. */
export function filledInBy(
  reading: ConsentLinkReading,
): Pick<TypedVendor, 'confirmed' | 'clientId'> & Partial<Pick<TypedVendor, 'cloud'>> {
  const [first] = reading.clouds;
  return {
    confirmed: reading,
    clientId: reading.clientId,
    ...(first !== undefined && { cloud: { file: '', ...first.choice } }),
  };
}

/** The connector in the form that the engine accepts. `readerId`: the own connector that reads for it. */
export function vendorProfileOf(
  { name, clientId, cloud, link, confirmed, address }: z.output<typeof vendorForm>,
  readerId: string | null,
): NewProfile {
  return {
    name,
    clientId,
    cloud,
    vendor: { readerId, consentLink: confirmed === null ? null : link },
    backend: address === '' ? null : { name, address },
  };
}
