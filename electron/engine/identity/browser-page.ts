/** The page in the browser tab after Microsoft redirected to Evergrant. */
export type BrowserPage =
  | 'consentReceived'
  | 'consentDeclined'
  | 'alreadyReceived'
  | 'notExpected'
  | 'signedIn'
  | 'signInFailed';

const words: Readonly<Record<BrowserPage, { readonly title: string; readonly text: string }>> = {
  consentReceived: {
    title: 'Evergrant got Microsoft’s answer',
    text: 'You can close this tab and return to Evergrant. It’s now testing the connection.',
  },
  consentDeclined: {
    title: 'The permissions weren’t granted',
    text: 'You can close this tab and return to Evergrant. It shows what happened and what to do.',
  },
  alreadyReceived: {
    title: 'Evergrant already has this answer',
    text: 'You can close this tab and return to Evergrant. There’s nothing else to do on this page.',
  },
  notExpected: {
    title: 'This page doesn’t match an open consent',
    text: 'Evergrant didn’t do anything. You can close this tab and start again in Evergrant.',
  },
  signedIn: {
    title: 'You’re signed in',
    text: 'You can close this tab and return to Evergrant.',
  },
  signInFailed: {
    title: 'Sign-in failed',
    text: 'You can close this tab and return to Evergrant. It shows what happened and what to do.',
  },
};

/** Headers for the page: it loads, runs and caches nothing, and sends no referrer. */
export const browserPageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The page as HTML. It contains nothing from the request, so nothing can be injected. */
export function browserPage(page: BrowserPage): string {
  const { title, text } = words[page];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
body { font: 1.125rem/1.5 system-ui, sans-serif; margin: 15vh auto 0; max-width: 36rem; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
</main>
</body>
</html>
`;
}
