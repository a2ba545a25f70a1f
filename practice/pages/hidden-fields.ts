import { html } from 'hono/html';
import type { Markup } from './page.ts';

/** Fields of our own begin so, that they cannot meet a request's parameters. */
export const ownPrefix = 'practice_';

/** What every form carries along: the anti-forgery token, its step, and the request's parameters. */
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

/** The request's own parameters out of a form's fields. */
export function requestParameters(fields: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...fields].filter(([name]) => !name.startsWith(ownPrefix)));
}
