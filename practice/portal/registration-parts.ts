import { html } from 'hono/html';
import { ownPrefix } from '../pages/hidden-fields.ts';
import type { Markup } from '../pages/page.ts';
import type { AppRegistration, PracticeTenant } from '../world/types.ts';

const sections = [
  ['', 'Overview'],
  ['/authentication', 'Authentication'],
  ['/credentials', 'Certificates & secrets'],
  ['/permissions', 'API permissions'],
] as const;
export type Section = (typeof sections)[number][0];

/** The pages of one registration, in addition to the portal's navigation. */
export function registrationNavigation(
  portal: Markup,
  tenant: PracticeTenant,
  registration: AppRegistration,
  here: Section,
): Markup {
  const base = `/portal/${tenant.tenantId}/registrations/${registration.clientId}`;
  return html`${portal}
    <nav aria-label="Manage">
      ${sections.map(([path, name]) =>
        path === here
          ? html`<a href="${base}${path}" aria-current="page">${name}</a>`
          : html`<a href="${base}${path}">${name}</a>`,
      )}
    </nav>`;
}

/** "Supported account types". */
export function audienceField(tenant: PracticeTenant, multiTenant: boolean): Markup {
  const choice = (value: string, label: string, on: boolean): Markup =>
    html`<label class="switch">
      <input type="radio" name="${ownPrefix}audience" value="${value}" ${on ? 'checked' : ''} />
      ${label}
    </label>`;
  return html`<fieldset>
    <legend>Supported account types</legend>
    ${choice('single', `Accounts in this organizational directory only (${tenant.displayName} only - Single tenant)`, !multiTenant)}
    ${choice('multiple', 'Accounts in any organizational directory (Any Microsoft Entra ID tenant - Multitenant)', multiTenant)}
  </fieldset>`;
}

/** The error of a form, shown above it. */
export function problem(complaint: string | null): Markup | '' {
  return complaint === null ? '' : html`<p class="problem" role="alert">${complaint}</p>`;
}

/** A day as the portal shows it. Milliseconds. */
export function day(at: number): Markup {
  const text = new Date(at).toISOString();
  return html`<time datetime="${text}">${text.slice(0, 10)}</time>`;
}
