import { html } from 'hono/html';
import { hiddenFields, ownPrefix } from '../pages/hidden-fields.ts';
import type { FormState } from '../pages/hidden-fields.ts';
import type { Markup, Page } from '../pages/page.ts';
import type { AppRegistration, PracticeTenant } from '../world/types.ts';
import { audienceField, day, problem } from './registration-parts.ts';

/** "App registrations" of a tenant. */
export function registrationListPage(
  navigation: Markup,
  tenant: PracticeTenant,
  registrations: readonly AppRegistration[],
  deleted: boolean,
): Page {
  const base = `/portal/${tenant.tenantId}/registrations`;
  return {
    heading: 'App registrations',
    wide: true,
    body: html`${navigation}
      ${
        deleted
          ? html`<p class="notice" role="status">
              Deleted. It stays among the deleted items for 30 days.
            </p>`
          : ''
      }
      <p><a class="button" href="${base}/new">New registration</a></p>
      ${
        registrations.length === 0
          ? html`<p>There are no app registrations in this tenant.</p>`
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Application (client) ID</th>
                  <th scope="col">Created</th>
                </tr>
              </thead>
              <tbody>
                ${registrations.map(
                  (one) =>
                    html`<tr>
                      <td><a href="${base}/${one.clientId}">${one.displayName}</a></td>
                      <td>${one.clientId}</td>
                      <td>${day(one.createdAt)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }`,
  };
}

/** "Register an application". */
export function newRegistrationPage(
  navigation: Markup,
  tenant: PracticeTenant,
  form: FormState,
  complaint: string | null,
): Page {
  return {
    heading: 'Register an application',
    status: complaint === null ? 200 : 400,
    body: html`${navigation} ${problem(complaint)}
      <form method="post" action="${form.action}">
        ${hiddenFields(form, 'register')}
        <label for="name">Name</label>
        <input id="name" type="text" name="${ownPrefix}name" autocomplete="off" required />
        ${audienceField(tenant, false)}
        <div class="actions"><button class="first">Register</button></div>
      </form>`,
  };
}

/** "Overview" of one registration, with its deletion and publisher verification. */
export function overviewPage(
  navigation: Markup,
  registration: AppRegistration,
  tenant: PracticeTenant,
  form: FormState,
  done: string,
): Page {
  const { publisher } = registration;
  return {
    heading: registration.displayName,
    wide: true,
    body: html`${navigation}
      ${done === 'registered' ? html`<p class="notice" role="status">Registered.</p>` : ''}
      ${done === 'saved' ? html`<p class="notice" role="status">Saved.</p>` : ''}
      <h2>Essentials</h2>
      <dl>
        <dt>Display name</dt>
        <dd>${registration.displayName}</dd>
        <dt>Application (client) ID</dt>
        <dd>${registration.clientId}</dd>
        <dt>Object ID</dt>
        <dd>${registration.objectId}</dd>
        <dt>Directory (tenant) ID</dt>
        <dd>${tenant.tenantId}</dd>
        <dt>Supported account types</dt>
        <dd>${registration.multiTenant ? 'Multiple organizations' : 'My organization only'}</dd>
        <dt>Client credentials</dt>
        <dd>
          Certificates: ${registration.certificates.length}, secrets: ${registration.secrets.length}
        </dd>
        <dt>Redirect URIs</dt>
        <dd>
          ${redirectCount(registration, 'web')} web, ${redirectCount(registration, 'publicClient')}
          public client
        </dd>
        <dt>State</dt>
        <dd>${registration.isDisabled ? 'Deactivated' : 'Activated'}</dd>
        <dt>Publisher</dt>
        <dd>${publisher.name} (${publisher.verified ? 'verified' : 'unverified'})</dd>
      </dl>
      <form method="post" action="${form.action}">
        ${hiddenFields(form, publisher.verified ? 'unverify' : 'verify')}
        <p class="quiet">
          ${
            publisher.verified
              ? 'People who consent see a verified publisher.'
              : 'People who consent see “unverified”. A publisher is verified through its partner account, which the practice cloud does not have.'
          }
        </p>
        <button>
          ${publisher.verified ? 'Practice: take the verification back' : 'Practice: verify the publisher'}
        </button>
      </form>
      <form method="post" action="${form.action}">
        ${hiddenFields(form, registration.isDisabled ? 'activate' : 'deactivate')}
        <p class="quiet">
          ${
            registration.isDisabled
              ? 'This application is deactivated. No one can sign in with it, and it gets no new tokens, in any tenant.'
              : 'Deactivating stops sign-ins and new tokens in every tenant. Permissions and enterprise applications stay.'
          }
        </p>
        <button>${registration.isDisabled ? 'Activate' : 'Deactivate'}</button>
      </form>
      <form method="post" action="${form.action}">
        ${hiddenFields(form, 'delete')}
        <div class="actions"><button class="danger">Delete</button></div>
      </form>`,
  };
}

/** "Delete ...?" of a registration. */
export function deleteRegistrationPage(
  navigation: Markup,
  registration: AppRegistration,
  form: FormState,
): Page {
  return {
    heading: `Delete ${registration.displayName}?`,
    body: html`${navigation}
      <p>
        Nobody can sign in with it any more, in any tenant, and its enterprise application in this
        tenant goes with it. It stays among the deleted items for 30 days.
      </p>
      <form method="post" action="${form.action}">
        ${hiddenFields(form, 'confirm')}
        <div class="actions">
          <button class="danger" name="${ownPrefix}decision" value="yes">Yes</button>
          <button name="${ownPrefix}decision" value="no">No</button>
        </div>
      </form>`,
  };
}

function redirectCount(
  { redirectUris }: AppRegistration,
  platform: 'publicClient' | 'web',
): number {
  return redirectUris.filter((one) => one.platform === platform).length;
}
