import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

/** What may go wrong on the way from the cache into a file. */
export const exportProblems = {
  'export.unknown': {
    title: 'This export is not known any more',
    cause: 'It ended a while ago, or Evergrant was started anew.',
    cure: 'Look for the file, or export again.',
    who: who.you,
  },
  'export.neverSynced': {
    title: 'There is nothing to export yet',
    cause: 'Exports come from the cache, and this customer was never synced.',
    cure: 'Sync the customer, then export.',
    who: who.you,
  },
  'export.formatImpossible': {
    title: 'This cannot be exported in that format',
    cause: 'SCIM and JSON are for the hand-over of the groups for policies.',
    cure: 'Choose CSV, JSON Lines or Excel.',
    who: who.you,
  },
  'export.changedMeanwhile': {
    title: 'A new sync finished during the export',
    cause: 'A file never holds rows of two syncs, so this one was given up and removed.',
    cure: 'Export again: it will hold the new sync.',
    who: who.you,
  },
  'export.notWritten': {
    title: 'The file could not be written',
    cause:
      'The system refused: {{reason}}. The disk may be full, or this account may not write there.',
    cure: 'Choose another folder, or make room, then export again.',
    who: who.you,
  },
  'export.wouldReplaceWithNothing': {
    title: 'Nothing was written: {{file}} would have been replaced with an empty file',
    cause:
      'There is no connector and no customer in this data folder, so the new file would contain nothing. The file that is there was not changed.',
    cure: 'Check that --data-dir names the right folder. To write the empty file all the same, choose another name.',
    who: who.you,
  },
  'export.brokenOff': {
    title: 'The download broke off',
    cause: 'The browser stopped taking the file before its end. What it has is not complete.',
    cure: 'Delete what was downloaded, and export again.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
