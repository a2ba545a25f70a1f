/** What `evergrant backup` and `evergrant restore` say. */
export const cliBackup = {
  make: 'write one encrypted file with connectors, customers, marks and activity; no keys, no tokens, no synced data',
  file: 'the backup file; its name should end in .evergrant',
  bring: 'bring in a backup: what is here stays, what is new is added, all or nothing',
  dryRun: 'only say what it would do',
  passphraseFile: 'file that holds the passphrase of the backup',
  replace: 'replace a file of that name',
  needsPassphrase: 'Give the passphrase of the backup with --passphrase-file.',
  unreadable: 'The file {{file}} cannot be read: {{reason}}.',
  newPassphrase: 'Passphrase for the backup, at least {{least}} characters: ',
  passphrase: 'Passphrase of the backup: ',
  made: 'The backup is complete: {{file}}',
  keptAside:
    'The file that was there before could not be compared, or has a connector that is not in this data. It was kept beside the new one, under a name that ends in .previous.',
  notMade: 'No backup was made.',
  would: 'Made {{at}}. It would bring:',
  did: 'Made {{at}}. It brought:',
  row: '{{subject}}: {{added}} new, {{already}} already here, {{differing}} different here (stays), {{notTaken}} not taken',
} as const;
