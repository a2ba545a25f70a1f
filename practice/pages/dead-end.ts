import { html } from 'hono/html';
import { aadstsDescription } from '../entra/aadsts.ts';
import type { Page } from './page.ts';

/** A failure that ends on an Entra page and never reaches the app. */
export class DeadEnd extends Error {
  readonly code: number;

  constructor(code: number, text: string) {
    super(text);
    this.name = 'DeadEnd';
    this.code = code;
  }
}

/** The page of a dead end: Entra's message, with the details that Microsoft support requests. */
export function deadEndPage({ code, message }: DeadEnd): Page {
  const said = aadstsDescription(code, message);
  const needsAdmin = code === 90094;
  return {
    heading: needsAdmin ? 'Need admin approval' : 'Sorry, we could not sign you in',
    status: 400,
    body: html`<p role="alert">AADSTS${code}: ${message}</p>
      ${
        needsAdmin
          ? html`<p>
              Ask an administrator to grant permission to this app before you can use it, or start
              again with an administrator’s account.
            </p>`
          : ''
      }
      <dl>
        <dt>Error</dt>
        <dd>AADSTS${code}</dd>
        <dt>Trace ID</dt>
        <dd>${said.traceId}</dd>
        <dt>Correlation ID</dt>
        <dd>${said.correlationId}</dd>
        <dt>Timestamp</dt>
        <dd>${said.timestamp}</dd>
      </dl>
      <p class="quiet">This page does not lead back to the app. You can close it.</p>`,
  };
}
