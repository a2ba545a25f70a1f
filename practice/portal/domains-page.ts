import { html } from 'hono/html';
import { hiddenFields, ownPrefix } from '../pages/hidden-fields.ts';
import type { FormState } from '../pages/hidden-fields.ts';
import type { Markup, Page } from '../pages/page.ts';
import type { PracticeTenant } from '../world/types.ts';

/** "Custom domain names". */
export function domainsPage(
  navigation: Markup,
  tenant: PracticeTenant,
  form: FormState,
  saved: boolean,
): Page {
  return {
    heading: 'Custom domain names',
    wide: true,
    body: html`${navigation}
      ${saved ? html`<p class="notice" role="status">The primary domain was changed.</p>` : ''}
      <form method="post" action="${form.action}">
        ${hiddenFields(form, 'primary')}
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Status</th>
              <th scope="col">Primary</th>
            </tr>
          </thead>
          <tbody>
            ${tenant.domains.map(
              ({ name, isVerified, isDefault }) =>
                html`<tr>
                  <td>${name}</td>
                  <td>${isVerified ? 'Verified' : 'Unverified'}</td>
                  <td>${isDefault ? 'Primary' : isVerified ? makePrimaryButton(name) : ''}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </form>`,
  };
}

function makePrimaryButton(name: string): Markup {
  return html`<button name="${ownPrefix}domain" value="${name}" aria-label="Make primary: ${name}">
    Make primary
  </button>`;
}
