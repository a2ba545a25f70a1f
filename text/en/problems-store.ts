import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

/** What can be wrong with the encrypted data, syncs and what is read from them. */
export const storeProblems = {
  'store.newerSchema': {
    title: 'The data was written by a newer Evergrant',
    cause:
      '{{file}} in {{folder}} has version {{found}}; this Evergrant reads version {{known}} and older.',
    cure: 'Install the newest Evergrant on this computer. If you already have it, the file is damaged: move {{file}} out of {{folder}}, with {{file}}-wal and {{file}}-shm if they exist. Then sync again if it was directory.db, or restore a backup if it was ledger.db: evergrant restore FILE.',
    who: who.you,
  },
  'store.wrongKey': {
    title: 'The key doesn’t open the data',
    cause: 'The data was created with another key, or ledger.db is damaged.',
    cure: 'Use the key with which the data was created. If the key is right, move ledger.db out of the data folder, with ledger.db-wal and ledger.db-shm if they exist, and restore a backup: evergrant restore FILE.',
    who: who.you,
  },
  'store.damaged': {
    title: '{{file}}, which holds connectors and customers, is damaged',
    cause:
      'A disk, a copy or another program changed {{file}} in {{folder}}, or cut it short: its bytes aren’t what Evergrant wrote. Evergrant hasn’t touched it.',
    cure: 'Move {{file}} out of {{folder}}, with {{file}}-wal and {{file}}-shm if they exist, and keep them. Then put an intact copy in its place, or restore a backup: evergrant restore FILE. Without the command line, move directory.db and key.json out too, if they exist, start Evergrant, and select Restore a backup.',
    who: who.you,
  },
  'store.ledgerMissing': {
    title: 'ledger.db, which holds connectors and customers, is missing',
    cause: 'The folder {{folder}} was in use before: it contains {{found}}.',
    cure: 'Put ledger.db back into {{folder}}, or restore a backup: evergrant restore FILE. Without the command line, move {{found}} out of the folder, start Evergrant, and select Restore a backup.',
    who: who.you,
  },
  'store.cacheDamaged': {
    title: 'The synced directory data on this computer is damaged',
    cause:
      'A disk, a copy or another program changed {{file}} in {{folder}}. Connectors, customers and tests aren’t affected.',
    cure: 'Evergrant saved the damaged file as {{keptAs}} and started a new one. Try again, then sync each customer: that reads all users and groups from Microsoft.',
    who: who.you,
  },
  'store.full': {
    title: 'The disk is full',
    cause: 'There’s no space left. What was written before is intact.',
    cure: 'Free up space on the disk that holds {{folder}}, then try again. A sync continues where it stopped.',
    who: who.you,
  },
  'store.readOnly': {
    title: 'Evergrant can’t write to {{file}}',
    cause:
      'The system refused access ({{reason}}): the disk is read-only, or the file belongs to another account.',
    cure: 'Give your account permission to read and write {{folder}} and the files in it, then try again.',
    who: who.you,
  },
  'store.busy': {
    title: 'Another Evergrant is using the data',
    cause: 'Another process has kept {{file}} in {{folder}} locked for more than 10 seconds.',
    cure: 'Wait until it’s done, or close it, then try again.',
    who: who.you,
  },
  'store.diskFailed': {
    title: 'The disk couldn’t read or write {{file}}',
    cause: 'The system reported a failure ({{reason}}).',
    cure: 'Check the disk that holds {{folder}} and its connection, then try again. Make a backup as soon as it works.',
    who: who.you,
  },
  'store.folderUnusable': {
    title: 'Evergrant can’t use the data folder',
    cause:
      'The system refused it ({{reason}}): it isn’t a folder, its name isn’t allowed, or your account can’t write there.',
    cure: 'Choose another folder with --data-dir, or give your account permission to write to {{folder}}, then try again.',
    who: who.you,
  },
  'sync.unreadablePage': {
    title: 'Evergrant can’t read a page that Microsoft sent',
    cause: 'A page of the sync isn’t in the documented format; a proxy may have changed it.',
    cure: 'Sync again. If it keeps happening, report it with the details.',
    who: who.support,
  },
  'sync.incompleteObject': {
    title: 'Microsoft sent only part of this object',
    cause: 'Required properties were missing, and couldn’t be read separately.',
    cure: 'Sync again. If it keeps happening, report it with the details.',
    who: who.support,
  },
  'sync.peopleMissing': {
    title: 'Some members aren’t in the list of people',
    cause: 'Microsoft sent fewer people than it counts, so Evergrant can’t show all members.',
    cure: 'Sync again.',
    who: who.you,
  },
  'sync.deltaImpossible': {
    title: 'Evergrant can’t fetch only the changes',
    cause:
      'This customer was never synced, a group couldn’t be read, or the last sync is older than the seven days for which Microsoft keeps track of changes.',
    cure: 'Sync everything again.',
    who: who.you,
  },
  'comparison.syncGone': {
    title: 'One of the two syncs can’t be compared anymore',
    cause: 'It didn’t finish, or it’s older than what this computer stores.',
    cure: 'Choose another sync from the list of stored ones.',
    who: who.you,
  },
  'group.unknown': {
    title: 'This group isn’t in the last sync',
    cause: 'It was deleted, or is newer than this customer’s last sync.',
    cure: 'Sync this customer, then check again.',
    who: who.you,
  },
  'person.unknown': {
    title: 'This person isn’t in the last sync',
    cause: 'The account was deleted, or is newer than this customer’s last sync.',
    cure: 'Sync this customer, then check again.',
    who: who.you,
  },
  'policy.notSynced': {
    title: 'This customer hasn’t been synced',
    cause: 'The members of marked groups come from a sync, and there is none on this computer.',
    cure: 'Sync this customer, then try again.',
    who: who.you,
  },
  'policy.nothingMarked': {
    title: 'No group is marked for a policy',
    cause: 'A hand-over contains exactly this customer’s marked groups, and there are none.',
    cure: 'Mark the groups that your policies use, then hand over.',
    who: who.you,
  },
  'policy.syncGone': {
    title: 'The sync that was being handed over is no longer stored',
    cause: 'This customer’s data was dropped or replaced in the meantime.',
    cure: 'Hand over again: Evergrant then uses the newest sync.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
