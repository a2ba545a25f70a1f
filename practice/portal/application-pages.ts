import { html } from 'hono/html';
import { hiddenFields, ownPrefix } from '../pages/hidden-fields.ts';
import type { FormState } from '../pages/hidden-fields.ts';
import type { Markup, Page } from '../pages/page.ts';
import type { PracticeTenant, ServicePrincipal } from '../world/types.ts';

/** The portal's navigation, for the signed-in person. */
export function portalNavigation(tenant: PracticeTenant, userPrincipalName: string): Markup {
  const base = `/portal/${tenant.tenantId}`;
  return html`<nav aria-label="Portal">
      <a href="${base}/applications">Enterprise applications</a>
      <a href="${base}/registrations">App registrations</a>
      <a href="${base}/domains">Custom domain names</a>
    </nav>
    <p class="quiet">${tenant.displayName} · ${tenant.tenantId} · ${userPrincipalName}</p>`;
}

/** "Enterprise applications". */
export function applicationListPage(
  navigation: Markup,
  tenant: PracticeTenant,
  applications: readonly ServicePrincipal[],
  deleted: boolean,
): Page {
  return {
    heading: 'Enterprise applications',
    wide: true,
    body: html`${navigation}
    ${
      deleted
        ? html`<p class="notice" role="status">
            Deleted. It stays among the deleted items for 30 days.
          </p>`
        : ''
    }
    ${
      applications.length === 0
        ? html`<p>There are no enterprise applications in this tenant.</p>`
        : html`<table>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Application ID</th>
              </tr>
            </thead>
            <tbody>
              ${applications.map(
                (one) =>
                  html`<tr>
                    <td>
                      <a href="/portal/${tenant.tenantId}/applications/${one.objectId}"
                        >${one.displayName}</a
                      >
                    </td>
                    <td>${one.appId}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }`,
  };
}

/** "Properties" of one enterprise application. */
export function applicationPage(
  navigation: Markup,
  application: ServicePrincipal,
  form: FormState,
  saved: boolean,
): Page {
  const created = new Date(application.createdAt).toISOString();
  return {
    heading: application.displayName,
    wide: true,
    body: html`${navigation} ${saved ? html`<p class="notice" role="status">Saved.</p>` : ''}
      <h2>Properties</h2>
      <dl>
        <dt>Name</dt>
        <dd>${application.displayName}</dd>
        <dt>Application ID</dt>
        <dd>${application.appId}</dd>
        <dt>Object ID</dt>
        <dd>${application.objectId}</dd>
        <dt>Created</dt>
        <dd><time datetime="${created}">${created.slice(0, 16).replace('T', ' ')} UTC</time></dd>
      </dl>
      <form method="post" action="${form.action}">
        ${hiddenFields(form, 'save')}
        ${toggle('enabled', 'Enabled for users to sign in?', application.accountEnabled)}
        ${toggle('assignment', 'Assignment required?', application.appRoleAssignmentRequired)}
        <div class="actions"><button class="first">Save</button></div>
      </form>
      <form method="post" action="${form.action}">
        ${hiddenFields(form, 'delete')}
        <div class="actions"><button class="danger">Delete</button></div>
      </form>`,
  };
}

function toggle(name: string, label: string, on: boolean): Markup {
  return html`<label class="switch">
    <input type="checkbox" role="switch" name="${ownPrefix}${name}" ${on ? 'checked' : ''} />
    ${label}
  </label>`;
}

/** "Delete ...?", with what the deletion removes. */
export function deletePage(
  navigation: Markup,
  application: ServicePrincipal,
  form: FormState,
): Page {
  return {
    heading: `Delete ${application.displayName}?`,
    body: html`${navigation}
      <p>
        Its permissions, assignments and settings in this tenant go with it. It stays among the
        deleted items for 30 days.
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
