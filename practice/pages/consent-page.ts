import { html } from 'hono/html';
import { permissionById } from '../world/permission-catalog.ts';
import type { AppRegistration, PermissionReference, PracticeTenant } from '../world/types.ts';
import { hiddenFields, ownPrefix } from './hidden-fields.ts';
import type { FormState } from './hidden-fields.ts';
import type { Page } from './page.ts';

/** What a consent page requests, and on whose behalf. */
export interface ConsentQuestion {
  readonly registration: AppRegistration;
  readonly tenant: PracticeTenant;
  readonly userPrincipalName: string;
  readonly permissions: readonly PermissionReference[];
  readonly forWholeTenant: boolean;
}

/** "Permissions requested", with Accept and Cancel. */
export function consentPage(
  question: ConsentQuestion,
  form: FormState,
  formTargets: readonly string[],
): Page {
  const { registration, tenant, permissions, forWholeTenant } = question;
  const { publisher } = registration;
  return {
    heading: 'Permissions requested',
    formTargets,
    body: html`<p class="quiet">${question.userPrincipalName}</p>
      <dl>
        <dt>App</dt>
        <dd>${registration.displayName}</dd>
        <dt>Publisher</dt>
        <dd>${publisher.name} (${publisher.verified ? 'verified' : 'unverified'})</dd>
        <dt>Organization</dt>
        <dd>${tenant.displayName}</dd>
      </dl>
      <p>
        ${
          forWholeTenant
            ? 'If you accept, this app gets these permissions for everyone in your organization:'
            : 'If you accept, this app gets these permissions on your behalf:'
        }
      </p>
      <ul class="plain permissions">
        ${permissions.map((one) => {
          const known = permissionById(one.id, one.type);
          const words = forWholeTenant ? known?.adminDisplayName : known?.userDisplayName;
          const scope = one.type === 'application' ? 'without a signed-in user' : 'as the user';
          return html`<li>
            ${words ?? known?.adminDisplayName ?? `Unknown permission ${one.id}`}
            <span class="quiet">${known?.value ?? one.id} · ${scope}</span>
          </li>`;
        })}
      </ul>
      <form method="post" action="${form.action}">
        ${hiddenFields(form, 'consent')}
        <input type="hidden" name="${ownPrefix}account" value="${question.userPrincipalName}" />
        <div class="actions">
          <button class="first" name="${ownPrefix}decision" value="accept">Accept</button>
          <button name="${ownPrefix}decision" value="cancel">Cancel</button>
        </div>
      </form>`,
  };
}
