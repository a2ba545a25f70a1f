/** What `evergrant backup` and `evergrant restore` say. */
export const cliBackup = {
  make: 'Write connectors, customers, marks, evidence and activity into one encrypted file. It contains no keys, no tokens and no synced data.',
  file: 'Backup file; its extension should be .evergrant',
  bring:
    'Restore a backup: adds what is new and changes nothing that you have. If it fails, nothing is added.',
  dryRun: 'Only report what would be added, stored already or skipped',
  passphraseFile: 'File with the passphrase of the backup',
  replace:
    'Overwrite an existing backup. Refused if it has customers that you don’t have, or is not a backup of this data. If it can’t be compared, or has a connector that you don’t have, it is saved next to the new one.',
  needsPassphrase: 'Give the passphrase of the backup with --passphrase-file.',
  unreadable: 'Evergrant couldn’t read the file {{file}}: {{reason}}.',
  newPassphrase: 'Passphrase for the backup, at least {{least}} characters: ',
  passphrase: 'Passphrase of the backup: ',
  made: 'The backup is complete: {{file}}',
  keptAside:
    'Evergrant couldn’t compare the previous file with this data, or the file has a connector that this data doesn’t have. The previous file was saved next to the new one, under a name that ends in .previous.',
  notMade: 'No backup was made.',
  would: 'Dry run, nothing was changed. The backup made {{at}} holds:',
  did: 'Restored the backup made {{at}}. It held:',
  row: '{{subject}}: {{added}} new, {{already}} already in Evergrant, {{differing}} different (yours stay), {{notTaken}} skipped',
} as const;
