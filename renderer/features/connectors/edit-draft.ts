import { webAddress } from '../../../electron/contract/profile.ts';
import type { Profile, ProfileEdit } from '../../../electron/contract/profile.ts';

/** What of a connector is being edited. */
export interface EditDraft {
  readonly name: string;
  readonly landingPage: string;
  readonly backendName: string;
  readonly backendAddress: string;
  readonly backendWords: string;
}

/** The draft of a connector as it is. */
export function draftOf(profile: Profile): EditDraft {
  return {
    name: profile.name,
    landingPage: profile.landingPage ?? '',
    backendName: profile.backend?.name ?? '',
    backendAddress: profile.backend?.address ?? '',
    backendWords: profile.backend?.words ?? '',
  };
}

/** What is wrong with a draft, by field; the values are the catalogue's keys. */
export type EditFaults = Partial<
  Record<keyof EditDraft, 'nameMissing' | 'addressWrong' | 'backendNameMissing'>
>;

/** Finds what a person can put right before anything is sent. */
export function editFaults(draft: EditDraft): EditFaults {
  const hasBackend = draft.backendAddress.trim() !== '' || draft.backendWords.trim() !== '';
  return {
    ...(draft.name.trim() === '' && { name: 'nameMissing' }),
    ...(!isAddress(draft.landingPage) && { landingPage: 'addressWrong' }),
    ...(!isAddress(draft.backendAddress) && { backendAddress: 'addressWrong' }),
    ...(hasBackend && draft.backendName.trim() === '' && { backendName: 'backendNameMissing' }),
  };
}

/** The draft as the engine takes it. An emptied field takes back what stood there. */
export function editOf(profileId: string, draft: EditDraft): ProfileEdit {
  const name = draft.backendName.trim();
  return {
    profileId,
    name: draft.name.trim(),
    landingPage: draft.landingPage.trim() || null,
    backend:
      name === ''
        ? null
        : {
            name,
            address: draft.backendAddress.trim() || null,
            words: draft.backendWords.trim(),
          },
  };
}

/** Empty, or an address of the contract's kind. */
function isAddress(text: string): boolean {
  return text.trim() === '' || webAddress.safeParse(text.trim()).success;
}
