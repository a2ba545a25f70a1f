/** What the web host says in the terminal and on its opening page. */
export const host = {
  listening: `Evergrant is open to this computer alone. Open it once by this link:

  {{link}}

From another computer, forward the port first, then open the same link there:

  {{forward}}

Press Ctrl+C to end it.`,
  again: 'The last window was closed. To open Evergrant again: {{link}}',
  opened: {
    appWindow: 'Opened as a window of its own.',
    tab: 'Opened in your browser.',
    notOpened: 'No browser could be started here: open the link yourself.',
  },
  option: {
    description: 'Serves Evergrant’s screens to a browser on this computer.',
    port: 'port on 127.0.0.1 (default: a free one)',
    portInvalid: 'A port is a whole number from 0 to 65535.',
    noOpen: 'do not open a browser',
    practice: 'start in Practice, with invented customers',
    dataDir: 'folder of Evergrant’s data',
    keyFile: 'file with the key of the data',
    json: 'print JSON lines',
  },
  page: {
    openTitle: 'Evergrant',
    openBody: 'This link opens Evergrant once, in this browser.',
    openButton: 'Open Evergrant',
    spentLinkTitle: 'This link was used already',
    spentLinkBody:
      'Each link opens Evergrant once. Close the other window, then take the new link from the terminal where Evergrant runs.',
    noSessionTitle: 'Open Evergrant by its link',
    noSessionBody:
      'Take the link from the terminal where Evergrant runs; it begins with this address.',
    notFoundTitle: 'There is nothing at this address',
    notFoundBody: 'Go back, or open Evergrant by its link.',
    foreign: 'This is Evergrant at {{address}}, and it answers under that address only.',
  },
} as const;
