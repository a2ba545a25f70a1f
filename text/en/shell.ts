/** The window's frame: navigation, banners, and what is shown when there is nothing else to show. */
export const shell = {
  navigation: 'Main',
  customers: 'Customers',
  groups: 'Groups',
  people: 'People',
  policies: 'Policies',
  connectors: 'Connectors',
  activity: 'Activity',
  accounts: 'Sign-ins',
  backup: 'Backup and move',
  practiseReset: 'Practice the reset',
  switcher: 'Customer',
  switcherPlaceholder: 'All customers',
  switcherNoMatch: 'No customers match',
  setAside: {
    title: 'The synced directory data was lost. Sync each customer again.',
    damaged:
      'Connectors, customers, and tests aren’t affected. Evergrant saved the damaged file as {{keptAs}} in the data folder and started a new one.',
    missing:
      'Connectors, customers, and tests aren’t affected. The file {{file}} was missing, so Evergrant started a new one.',
  },
  realInstead: 'Your real data is separate from Practice and unchanged.',
  practiceInstead: 'Practice needs no passphrase: invented customers, nothing real.',
  practiceBeside: 'You can use Practice in the meantime: invented customers, nothing real.',
  practice: {
    banner: 'PRACTICE',
    explain: 'Everything in Practice is invented. No real customer is affected.',
    enter: 'Open Practice',
    leave: 'Leave Practice',
    titlePrefix: 'PRACTICE',
  },
  offline: {
    title: 'You’re offline.',
    body: 'You can search synced groups and people. Granting, testing, and syncing need a network connection.',
  },
  locked: {
    title: 'Evergrant is locked',
    body: 'Enter your passphrase to open the data on this computer.',
    passphrase: 'Passphrase',
    unlock: 'Unlock',
    wrong: 'That passphrase doesn’t open the data.',
  },
  passphrase: {
    title: 'Choose a passphrase',
    body: 'This computer has no safe place for the key that encrypts your data, so a passphrase protects it. You enter it each time Evergrant starts. No one can recover it for you.',
    passphrase: 'New passphrase',
    again: 'Enter it again',
    tooShort: 'Use at least {{least}} characters.',
    differ: 'The passphrases don’t match.',
    save: 'Set passphrase',
  },
  refused: {
    title: 'Evergrant can’t open its data',
    opening: 'Opening…',
    steps: {
      moveLedger:
        'Move ledger.db out of {{folder}}, with ledger.db-wal and ledger.db-shm if they exist. Keep them.',
      copyOrBackup:
        'If you have an intact copy of ledger.db, put it there. If you have a backup, move directory.db and key.json out too, if they exist.',
      putLedgerBack:
        'Put ledger.db back into {{folder}}. If you have only a backup, move these out of it instead: {{found}}.',
      tryAgain: 'Select Try again. If you have a backup, then select Restore a backup.',
    },
    command:
      'On the command line, evergrant restore FILE restores a backup when ledger.db is out of the folder.',
  },
  notRead: 'Evergrant can’t read its data',
  lost: {
    title: 'The connection to Evergrant was lost',
    body: 'Evergrant may have been closed. Start it again, then reconnect.',
    reconnect: 'Reconnect',
  },
  noKey: {
    title: 'Open Evergrant from its own link',
    body: 'This page was opened without the key that Evergrant gives to its own window. Go back to where you started Evergrant and open the address that it printed.',
  },
  crash: {
    title: 'Something went wrong on this screen',
    body: 'This is a fault in Evergrant, not something that you did. Your data is safe. Load the window again; if it happens again, report what you did.',
    reload: 'Load again',
  },
  notFound: {
    title: 'There is nothing at this address',
    body: 'The customer, group, or person may have been removed.',
    back: 'Go to Customers',
  },
} as const;
