import { html } from 'hono/html';
import { graphPermissions, permissionById } from '../world/permission-catalog.ts';
import { hiddenFields, ownPrefix } from '../pages/hidden-fields.ts';
import type { FormState } from '../pages/hidden-fields.ts';
import type { Markup, Page } from '../pages/page.ts';
import type { AppRegistration, PermissionReference } from '../world/types.ts';
import { problem } from './registration-parts.ts';

const kinds = [
  ['delegated', 'Delegated permissions'],
  ['application', 'Application permissions'],
] as const satisfies readonly (readonly [PermissionReference['type'], string])[];

/** "API permissions": what the application requests. Granting it is separate. */
export function permissionsPage(
  navigation: Markup,
  registration: AppRegistration,
  form: FormState,
  complaint: string | null,
): Page {
  return {
    heading: `${registration.displayName} | API permissions`,
    wide: true,
    status: complaint === null ? 200 : 400,
    body: html`${navigation} ${problem(complaint)}
      <h2>Configured permissions</h2>
      ${
        registration.requiredResourceAccess.length === 0
          ? html`<p>No permissions added.</p>`
          : permissionTable(registration, form)
      }
      <form method="post" action="${form.action}">
        ${hiddenFields(form, 'addPermission')}
        <h2>Add a permission</h2>
        <label for="permission">Microsoft Graph permission</label>
        <select id="permission" name="${ownPrefix}permission">
          ${kinds.map(
            ([type, name]) =>
              html`<optgroup label="${name}">
                ${graphPermissions
                  .filter((one) => one.type === type)
                  .map(
                    ({ value }) =>
                      html`<option value="${type} ${value}">${value} (${type})</option>`,
                  )}
              </optgroup>`,
          )}
        </select>
        <div class="actions"><button class="first">Add permission</button></div>
      </form>`,
  };
}

function permissionTable(registration: AppRegistration, form: FormState): Markup {
  return html`<form method="post" action="${form.action}">
    ${hiddenFields(form, 'removePermission')}
    <table>
      <thead>
        <tr>
          <th scope="col">API / permission name</th>
          <th scope="col">Type</th>
          <th scope="col">Description</th>
          <th scope="col">Admin consent required</th>
          <th scope="col">Remove</th>
        </tr>
      </thead>
      <tbody>
        ${registration.requiredResourceAccess.map(({ id, type }) => {
          const known = permissionById(id, type);
          const name = known?.value ?? id;
          return html`<tr>
            <td>${name}</td>
            <td>${type === 'delegated' ? 'Delegated' : 'Application'}</td>
            <td>${known?.adminDisplayName ?? ''}</td>
            <td>${known?.adminConsentRequired === false ? 'No' : 'Yes'}</td>
            <td>
              <button
                name="${ownPrefix}permission"
                value="${type} ${id}"
                aria-label="Remove: ${name} (${type})"
              >
                Remove
              </button>
            </td>
          </tr>`;
        })}
      </tbody>
    </table>
  </form>`;
}
