/** What the web host says in the terminal and on its opening page. */
export const host = {
  listening: `Evergrant is running and can be reached from this computer only. Open this link (it works once):

  {{link}}

From another computer, forward the port first, then open the same link there:

  {{forward}}

Press Ctrl+C to stop Evergrant.`,
  again: 'The last window was closed. To open Evergrant again: {{link}}',
  opened: {
    appWindow: 'Opened in its own window.',
    tab: 'Opened in your browser.',
    notOpened: 'Evergrant couldn’t start a browser: open the link yourself.',
  },
  option: {
    description: 'Serves Evergrant’s screens to a browser on this computer.',
    port: 'Port on 127.0.0.1 (default: a free port)',
    portInvalid: 'A port is a whole number from 0 to 65535.',
    noOpen: 'Don’t open a browser',
    practice: 'Start in Practice, with invented customers',
    dataDir: 'Folder for Evergrant’s data, instead of the default folder',
    keyFile: 'File with the data key: 32 bytes as 64 hexadecimal digits',
    json: 'Print JSON lines',
  },
  page: {
    openTitle: 'Evergrant',
    openBody: 'This link opens Evergrant in this browser. It works once.',
    openButton: 'Open Evergrant',
    spentLinkTitle: 'This link has already been used',
    spentLinkBody:
      'Each link works once. Close the other window, then open the new link that is shown in the terminal where Evergrant runs.',
    noSessionTitle: 'Open Evergrant with its link',
    noSessionBody:
      'Open the link that is shown in the terminal where Evergrant runs; it begins with this address.',
    notFoundTitle: 'Page not found',
    notFoundBody: 'Go back, or open Evergrant with its link.',
    foreign: 'Evergrant only answers at {{address}}.',
  },
} as const;
