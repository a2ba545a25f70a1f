import { html } from 'hono/html';
import type { Page } from './page.ts';

/** The parameters returned to the app, in Entra's order. */
export type RedirectFields = readonly (readonly [name: string, value: string])[];

/** The redirect URI with an answer in its query. One without a path gets a `/`, as Entra sends it. */
export function redirectUrl(redirectUri: string, fields: RedirectFields): string {
  const url = new URL(redirectUri);
  for (const [name, value] of fields) url.searchParams.append(name, value);
  return url.href;
}

/** The `state` to return, without HTML; nothing where none was given. */
export function echoedState(state: string | null): RedirectFields {
  return state === null ? [] : [['state', state.replaceAll(/<[^>]*>/g, '')]];
}

/** `response_mode=form_post`: a form that submits itself, with a button in case scripts are disabled. */
export function formPostPage(redirectUri: string, fields: RedirectFields): Page {
  return {
    heading: 'Going back to the app',
    formTargets: [redirectUri],
    script: 'document.forms[0].submit()',
    body: html`<form method="post" action="${new URL(redirectUri).href}">
      ${fields.map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
      )}
      <p>If nothing happens, continue by hand.</p>
      <div class="actions"><button class="first">Continue</button></div>
    </form>`,
  };
}
