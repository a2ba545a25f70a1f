import { z } from 'zod';
import { newProfile } from '../../../electron/contract/profile.ts';
import { typedCloud } from '../../ui/forms/typed-cloud.ts';
import { emptyCredential, typedCredential } from './credential-form.ts';

/** What a person types about a registration, and what the engine accepts of it. Discarded with the form. */
export const registrationForm = z.object({
  name: newProfile.shape.name,
  clientId: newProfile.shape.clientId,
  cloud: typedCloud,
  credential: typedCredential,
});

/** An empty form. */
export const untouched: z.input<typeof registrationForm> = {
  name: '',
  clientId: '',
  cloud: { kind: 'global', file: '' },
  credential: { kind: 'certificate', ...emptyCredential },
};
