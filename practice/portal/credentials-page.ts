import { html } from 'hono/html';
import { thumbprints } from '../world/registered-credential.ts';
import { hiddenFields, ownPrefix } from '../pages/hidden-fields.ts';
import type { FormState } from '../pages/hidden-fields.ts';
import type { Markup, Page } from '../pages/page.ts';
import type { AppRegistration } from '../world/types.ts';
import { day, problem } from './registration-parts.ts';

/** The result of the submitted form. */
export interface CredentialsNews {
  readonly complaint: string | null;
  /** The value of a secret that was just created: shown once. */
  readonly secret: string | null;
}

/** "Certificates & secrets". */
export function credentialsPage(
  navigation: Markup,
  registration: AppRegistration,
  form: FormState,
  { complaint, secret }: CredentialsNews,
): Page {
  return {
    heading: `${registration.displayName} | Certificates & secrets`,
    wide: true,
    status: complaint === null ? 200 : 400,
    body: html`${navigation} ${problem(complaint)}
      ${
        secret === null
          ? ''
          : html`<div class="notice" role="status">
              <p>Copy the value now. It cannot be read again once you leave this page.</p>
              <p class="once">${secret}</p>
            </div>`
      }
      <h2>Certificates (${registration.certificates.length})</h2>
      ${certificateTable(registration, form)}
      <form method="post" action="${form.action}" enctype="multipart/form-data">
        ${hiddenFields(form, 'uploadCertificate')}
        <h2>Upload certificate</h2>
        <label for="file">File (.cer, .pem, .crt)</label>
        <input id="file" type="file" name="${ownPrefix}file" accept=".cer,.pem,.crt" />
        <label for="pem">or its text</label>
        <textarea id="pem" name="${ownPrefix}certificate" spellcheck="false"></textarea>
        <label for="certificate-description">Description</label>
        <input
          id="certificate-description"
          type="text"
          name="${ownPrefix}description"
          autocomplete="off"
        />
        <div class="actions"><button class="first">Upload certificate</button></div>
      </form>
      <h2>Client secrets (${registration.secrets.length})</h2>
      ${secretTable(registration, form)}
      <form method="post" action="${form.action}">
        ${hiddenFields(form, 'newSecret')}
        <h2>New client secret</h2>
        <label for="secret-description">Description of the secret</label>
        <input
          id="secret-description"
          type="text"
          name="${ownPrefix}description"
          autocomplete="off"
        />
        <label for="months">Expires</label>
        <select id="months" name="${ownPrefix}months">
          <option value="6">In 6 months</option>
          <option value="12">In 12 months</option>
          <option value="24">In 24 months</option>
        </select>
        <div class="actions"><button>New client secret</button></div>
      </form>`,
  };
}

function certificateTable({ certificates }: AppRegistration, form: FormState): Markup {
  if (certificates.length === 0) return html`<p>No certificates have been added.</p>`;
  return html`<form method="post" action="${form.action}">
    ${hiddenFields(form, 'remove')}
    <table>
      <thead>
        <tr>
          <th scope="col">Thumbprint</th>
          <th scope="col">Description</th>
          <th scope="col">Start date</th>
          <th scope="col">Expires</th>
          <th scope="col">Delete</th>
        </tr>
      </thead>
      <tbody>
        ${certificates.map((one) => {
          const thumbprint = thumbprints(one.pem).sha1.toString('hex').toUpperCase();
          return html`<tr>
            <td class="thumbprint">${thumbprint}</td>
            <td>${one.displayName ?? ''}</td>
            <td>${day(one.notBefore)}</td>
            <td>${day(one.expiresAt)}</td>
            <td>${deleteButton(one.keyId, thumbprint)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </form>`;
}

function secretTable({ secrets }: AppRegistration, form: FormState): Markup {
  if (secrets.length === 0) return html`<p>No client secrets have been created.</p>`;
  return html`<form method="post" action="${form.action}">
    ${hiddenFields(form, 'remove')}
    <table>
      <thead>
        <tr>
          <th scope="col">Description</th>
          <th scope="col">Expires</th>
          <th scope="col">Value</th>
          <th scope="col">Secret ID</th>
          <th scope="col">Delete</th>
        </tr>
      </thead>
      <tbody>
        ${secrets.map(
          (one) =>
            html`<tr>
              <td>${one.displayName ?? ''}</td>
              <td>${day(one.expiresAt)}</td>
              <td>${one.hint ?? ''}******************</td>
              <td>${one.keyId}</td>
              <td>${deleteButton(one.keyId, one.displayName ?? one.keyId)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </form>`;
}

function deleteButton(keyId: string, name: string): Markup {
  return html`<button
    class="danger"
    name="${ownPrefix}key"
    value="${keyId}"
    aria-label="Delete: ${name}"
  >
    Delete
  </button>`;
}
