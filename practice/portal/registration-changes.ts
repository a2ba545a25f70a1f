import { readCertificate } from '../world/registered-credential.ts';
import { complaintAboutRedirectUri } from '../entra/redirect-uri-rules.ts';
import { ownPrefix } from '../pages/hidden-fields.ts';
import type { ReturnedForm } from '../pages/sign-in-step.ts';
import {
  addCertificate,
  addSecret,
  dropPermission,
  graphPermission,
  removeCredential,
  requirePermission,
} from '../world/registrations.ts';
import type { AppRegistration, PermissionReference } from '../world/types.ts';

/** A form that can't be processed; the sentence is shown on its page. */
export class FormComplaint extends Error {}

const month = 30 * 24 * 60 * 60 * 1000;

/** "Authentication". @throws FormComplaint */
export function changeAuthentication(registration: AppRegistration, form: ReturnedForm): void {
  const field = (name: string): string => form.fields.get(`${ownPrefix}${name}`) ?? '';
  const { redirectUris } = registration;
  switch (form.step) {
    case 'addRedirect': {
      const uri = field('uri').trim();
      const complaint = complaintAboutRedirectUri(uri, redirectUris);
      if (complaint !== null) throw new FormComplaint(`${uri}: ${complaint}`);
      const platform = field('platform') === 'web' ? 'web' : 'publicClient';
      redirectUris.push({ uri, platform });
      return;
    }
    case 'removeRedirect':
      registration.redirectUris = redirectUris.filter(({ uri }) => uri !== field('uri'));
      return;
    case 'audience':
      registration.multiTenant = field('audience') === 'multiple';
  }
}

/**
 * "Certificates & secrets". Returns the value of a new secret. `now` in milliseconds.
 * @throws FormComplaint
 */
export function changeCredentials(
  registration: AppRegistration,
  form: ReturnedForm,
  now: number,
): string | null {
  const field = (name: string): string => (form.fields.get(`${ownPrefix}${name}`) ?? '').trim();
  const description = field('description') === '' ? null : field('description');
  switch (form.step) {
    case 'uploadCertificate': {
      const given =
        field('file') === '' ? field('certificate') : Buffer.from(field('file'), 'base64');
      complaining(() => addCertificate(registration, readCertificate(given, description), now));
      return null;
    }
    case 'newSecret': {
      const months = Number(field('months'));
      if (![6, 12, 24].includes(months)) throw new FormComplaint('Choose when the secret expires.');
      return addSecret(registration, description, now, now + months * month);
    }
    case 'remove':
      removeCredential(registration, field('key'));
  }
  return null;
}

/** "API permissions". @throws FormComplaint */
export function changePermissions(registration: AppRegistration, form: ReturnedForm): void {
  const [kind, name = ''] = (form.fields.get(`${ownPrefix}permission`) ?? '').split(' ');
  const type: PermissionReference['type'] = kind === 'application' ? 'application' : 'delegated';
  switch (form.step) {
    case 'addPermission':
      complaining(() => requirePermission(registration, graphPermission(name, type)));
      return;
    case 'removePermission':
      dropPermission(registration, { id: name, type });
  }
}

function complaining(run: () => void): void {
  try {
    run();
  } catch (error) {
    throw new FormComplaint(error instanceof Error ? error.message : String(error));
  }
}
