/** What the tab says when Evergrant has got its answer. */
export type BrowserPage =
  | 'consentReceived'
  | 'consentDeclined'
  | 'alreadyReceived'
  | 'notExpected'
  | 'signedIn'
  | 'signInFailed';

const words: Readonly<Record<BrowserPage, { readonly title: string; readonly text: string }>> = {
  consentReceived: {
    title: 'Evergrant has received the answer',
    text: 'You can close this tab and return to Evergrant. It now checks the connection in the tenant itself.',
  },
  consentDeclined: {
    title: 'The permissions were not granted',
    text: 'You can close this tab and return to Evergrant. It says what happened and what to do.',
  },
  alreadyReceived: {
    title: 'Evergrant already has this answer',
    text: 'Nothing more is needed here. You can close this tab and return to Evergrant.',
  },
  notExpected: {
    title: 'Evergrant did not expect this',
    text: 'This page belongs to no consent that is open now, so nothing was done. You can close this tab and start again in Evergrant.',
  },
  signedIn: {
    title: 'You are signed in',
    text: 'You can close this tab and return to Evergrant.',
  },
  signInFailed: {
    title: 'The sign-in did not succeed',
    text: 'You can close this tab and return to Evergrant. It says what happened and what to do.',
  },
};

/** Headers for the page: nothing is loaded, nothing runs, nothing is kept, the address goes nowhere. */
export const browserPageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The page as HTML. It takes nothing from the request, so nothing can be put into it. */
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
