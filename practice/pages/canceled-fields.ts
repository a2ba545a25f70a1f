import { aadstsDescription } from '../entra/aadsts.ts';
import type { ConsentShape } from '../world/types.ts';
import { echoedState } from './redirect-answer.ts';
import type { RedirectFields } from './redirect-answer.ts';

/** What the app receives after Cancel, in each of the forms seen in practice. */
export function canceledFields(shape: ConsentShape, state: string | null): RedirectFields {
  switch (shape) {
    case 'consentRequired':
      return [
        ['admin_consent', 'True'],
        ['error', 'consent_required'],
        [
          'error_description',
          aadstsDescription(65004, 'User declined to consent to access the app.').description,
        ],
        ...echoedState(state),
      ];
    case 'permissionDenied':
      return [
        ['error', 'permission_denied'],
        ['error_description', 'The admin canceled the request'],
      ];
    case 'accessDenied':
      return [
        ['error', 'access_denied'],
        ['error_description', 'the user canceled the authentication'],
        ...echoedState(state),
      ];
  }
}
