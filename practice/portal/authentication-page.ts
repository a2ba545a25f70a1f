import { html } from 'hono/html';
import { hiddenFields, ownPrefix } from '../pages/hidden-fields.ts';
import type { FormState } from '../pages/hidden-fields.ts';
import type { Markup, Page } from '../pages/page.ts';
import type { AppRegistration, PracticeTenant, RegisteredRedirect } from '../world/types.ts';
import { audienceField, problem } from './registration-parts.ts';

const platforms = [
  ['publicClient', 'Mobile and desktop applications'],
  ['web', 'Web'],
] as const satisfies readonly (readonly [RegisteredRedirect['platform'], string])[];

/** "Authentication": redirect URIs by platform, and who may sign in. */
export function authenticationPage(
  navigation: Markup,
  registration: AppRegistration,
  tenant: PracticeTenant,
  form: FormState,
  complaint: string | null,
): Page {
  return {
    heading: `${registration.displayName} | Authentication`,
    wide: true,
    status: complaint === null ? 200 : 400,
    body: html`${navigation} ${problem(complaint)}
      <h2>Platform configurations</h2>
      ${
        registration.redirectUris.length === 0
          ? html`<p>There are no platforms yet. Add a redirect URI below.</p>`
          : platforms.map(([platform, name]) => platformTable(registration, platform, name, form))
      }
      <form method="post" action="${form.action}">
        ${hiddenFields(form, 'addRedirect')}
        <h2>Add a redirect URI</h2>
        <label for="platform">Platform</label>
        <select id="platform" name="${ownPrefix}platform">
          ${platforms.map(([value, name]) => html`<option value="${value}">${name}</option>`)}
        </select>
        <label for="uri">Redirect URI</label>
        <input
          id="uri"
          type="text"
          name="${ownPrefix}uri"
          autocomplete="off"
          spellcheck="false"
          required
        />
        <div class="actions"><button class="first">Add redirect URI</button></div>
      </form>
      <form method="post" action="${form.action}">
        ${hiddenFields(form, 'audience')}
        <h2>Who can sign in</h2>
        ${audienceField(tenant, registration.multiTenant)}
        <div class="actions"><button>Save account types</button></div>
      </form>`,
  };
}

function platformTable(
  registration: AppRegistration,
  platform: RegisteredRedirect['platform'],
  name: string,
  form: FormState,
): Markup | '' {
  const rows = registration.redirectUris.filter((one) => one.platform === platform);
  if (rows.length === 0) return '';
  return html`<form method="post" action="${form.action}">
    ${hiddenFields(form, 'removeRedirect')}
    <table>
      <thead>
        <tr>
          <th scope="col">${name}</th>
          <th scope="col">Remove</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ uri }) =>
            html`<tr>
              <td>${uri}</td>
              <td>
                <button name="${ownPrefix}uri" value="${uri}" aria-label="Remove: ${uri}">
                  Remove
                </button>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </form>`;
}
