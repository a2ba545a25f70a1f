import { html } from 'hono/html';

/** Markup that hono has escaped. */
export type Markup = ReturnType<typeof html>;

/** One page for people: a card under the PRACTICE banner. */
export interface Page {
  /** Both the tab's title and the level-one heading. */
  readonly heading: string;
  readonly body: Markup;
  readonly status?: 200 | 400 | 403 | 404;
  /** Wide pages contain tables. */
  readonly wide?: boolean;
  /**
   * Where a form of this page may end: Chromium also applies `form-action` to the redirect that follows a
   * form. Absolute URLs.
   */
  readonly formTargets?: readonly string[];
  /** A script of ours that runs with the nonce; only the form_post answer has one. */
  readonly script?: string;
}

/** Renders a page as a complete document. */
export function renderPage(page: Page, nonce: string): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.heading} · Practice</title>
        <link rel="stylesheet" href="/practice.css" />
      </head>
      <body>
        <header class="banner"><strong>PRACTICE</strong> · nothing here is Microsoft</header>
        <main class="${page.wide === true ? 'card wide' : 'card'}">
          <h1>${page.heading}</h1>
          ${page.body}
        </main>
        ${
          page.script === undefined
            ? ''
            : html`<script nonce="${nonce}">
                ${page.script};
              </script>`
        }
      </body>
    </html>`;
}
