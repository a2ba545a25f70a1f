import { html } from 'hono/html';
import type { Markup } from './page.ts';

/** The prefix of our own fields, which keeps them apart from a request's parameters. */
export const ownPrefix = 'practice_';

/** What every form contains: the anti-forgery token, its step, and the request's parameters. */
export interface FormState {
  readonly action: string;
  readonly token: string;
  readonly parameters: URLSearchParams;
}

/** Hidden fields for a form that belongs to a step of a flow. */
export function hiddenFields(form: FormState, step: string): Markup {
  const fields: [string, string][] = [
    ...form.parameters,
    [`${ownPrefix}token`, form.token],
    [`${ownPrefix}step`, step],
  ];
  return html`${fields.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )}`;
}

/** Extracts the request's own parameters from a form's fields. */
export function requestParameters(fields: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...fields].filter(([name]) => !name.startsWith(ownPrefix)));
}
