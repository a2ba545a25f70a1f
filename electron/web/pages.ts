import { html } from 'hono/html';
import type { Text } from '../../text/create-text.ts';

type Page = ReturnType<typeof html>;

/** Where the pages' style and script are served: the policy forbids inline ones. */
export const pageAssets = {
  '/open.css': {
    type: 'text/css; charset=utf-8',
    body: `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { display: grid; place-content: center; justify-items: start; min-height: 90vh; max-width: 34rem; margin: auto; padding: 1rem; }
h1 { font-size: 1.4rem; margin: 0; }
button { font: inherit; padding: 0.5rem 1.25rem; cursor: pointer; }
`,
  },
  '/open.js': {
    type: 'text/javascript; charset=utf-8',
    body: `sessionStorage.setItem('evergrant.key', document.currentScript.dataset.key);
location.replace('/');
`,
  },
} as const;

/** The page of the one-time link. Only its button redeems the code. */
export function openPage(text: Text, code: string): Page {
  return page(
    text,
    text.t('host:page.openTitle'),
    html`<p>${text.t('host:page.openBody')}</p>
      <form method="post" action="/open">
        <input type="hidden" name="once" value="${code}" />
        <button type="submit" autofocus>${text.t('host:page.openButton')}</button>
      </form>`,
  );
}

/** Puts the key into the page's own storage and opens the screens. */
export function handOverPage(text: Text, key: string): Page {
  return page(
    text,
    text.t('host:page.openTitle'),
    html`<script src="/open.js" data-key="${key}"></script>`,
  );
}

/** Says why there is nothing to see, and where to find the right link. */
export function refusalPage(text: Text, reason: 'spentLink' | 'noSession' | 'notFound'): Page {
  return page(
    text,
    text.t(`host:page.${reason}Title`),
    html`<p>${text.t(`host:page.${reason}Body`)}</p>`,
  );
}

function page(text: Text, title: string, body: Page): Page {
  return html`<!doctype html>
    <html lang="${text.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/open.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
}
