import { z } from 'zod';
import { profileEdit, vendorBackend } from '../../../electron/contract/profile.ts';
import type { Profile } from '../../../electron/contract/profile.ts';
import { typedAddress } from './typed-address.ts';

/**
 * The edited fields of a connector, and what the engine accepts. An emptied field removes the stored value.
 */
export const editForm = z
  .object({
    name: profileEdit.shape.name.unwrap(),
    landingPage: typedAddress,
    backendName: z.string().trim(),
    backendAddress: typedAddress,
    backendWords: vendorBackend.shape.words.unwrap(),
  })
  .refine(
    ({ backendName, backendAddress, backendWords }) =>
      backendName !== '' || (backendAddress === '' && backendWords === ''),
    { path: ['backendName'] },
  )
  .transform(({ name, landingPage, backendName, backendAddress, backendWords }) => ({
    name,
    landingPage: landingPage || null,
    backend:
      backendName === ''
        ? null
        : { name: backendName, address: backendAddress || null, words: backendWords },
  }));

/** A form filled from the connector. */
export function untouchedOf(profile: Profile): z.input<typeof editForm> {
  return {
    name: profile.name,
    landingPage: profile.landingPage ?? '',
    backendName: profile.backend?.name ?? '',
    backendAddress: profile.backend?.address ?? '',
    backendWords: profile.backend?.words ?? '',
  };
}
