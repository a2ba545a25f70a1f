import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

/** What may be wrong with the encrypted data and with what a sync brings into it. */
export const storeProblems: Readonly<Record<string, ProblemText>> = {
  'store.newerSchema': {
    title: 'The data was written by a newer Evergrant',
    cause: 'It has version {{found}}; this Evergrant knows version {{known}} and older ones.',
    cure: 'Install the newest Evergrant on this computer.',
    who: who.you,
  },
  'store.wrongKey': {
    title: 'The key does not open the data',
    cause: 'The data was made with another key, or the file is damaged.',
    cure: 'Give the key with which the data was made, or restore a backup.',
    who: who.you,
  },
  'store.notOpened': {
    title: 'The data cannot be opened',
    cause:
      'The system refused: {{reason}}. The disk may be full, or this account may not write there.',
    cure: 'Check free space and the rights of the data folder, then start Evergrant again.',
    who: who.you,
  },
  'sync.unreadablePage': {
    title: 'Microsoft sent a page that cannot be read',
    cause: 'A page of the sync is not of the documented form; a proxy may have changed it.',
    cure: 'Sync again. If it stays, report it with the details.',
    who: who.support,
  },
  'sync.incompleteObject': {
    title: 'Microsoft sent only a part of this object',
    cause: 'Properties that it must have did not come, and could not be read separately.',
    cure: 'Sync again. If it keeps happening, report it with the details.',
    who: who.support,
  },
  'sync.peopleMissing': {
    title: 'Some members are not in the list of people',
    cause: 'Microsoft sent fewer people than it counts, so Evergrant can’t show all members.',
    cure: 'Sync again.',
    who: who.you,
  },
  'sync.deltaImpossible': {
    title: 'There is nothing to fetch changes against',
    cause:
      'This customer was never synced, a group could not be read, or the last sync is older than the seven days for which Microsoft keeps track of changes.',
    cure: 'Sync everything again.',
    who: who.you,
  },
  'comparison.syncGone': {
    title: 'One of the two syncs can no longer be compared',
    cause: 'It did not finish, or it is older than what this computer keeps.',
    cure: 'Choose another sync from the list of those that are kept.',
    who: who.you,
  },
  'group.unknown': {
    title: 'This group is not in the last sync',
    cause: 'It was deleted, or is newer than the last sync of this customer.',
    cure: 'Sync this customer, then look again.',
    who: who.you,
  },
  'person.unknown': {
    title: 'This person is not in the last sync',
    cause: 'The account was deleted, or is newer than the last sync of this customer.',
    cure: 'Sync this customer, then look again.',
    who: who.you,
  },
  'policy.notSynced': {
    title: 'This customer has not been synced',
    cause: 'Who is in the marked groups is read from a sync, and there is none on this computer.',
    cure: 'Sync this customer, then try again.',
    who: who.you,
  },
  'policy.nothingMarked': {
    title: 'No group is marked for a policy',
    cause: 'A hand-over holds exactly the marked groups of this customer, and there are none.',
    cure: 'Mark the groups that your policies use, then hand over.',
    who: who.you,
  },
  'policy.syncGone': {
    title: 'The sync that was being handed over is no longer kept',
    cause: 'The data of this customer was dropped or replaced in the meantime.',
    cure: 'Hand over again: it takes the newest sync.',
    who: who.you,
  },
};
