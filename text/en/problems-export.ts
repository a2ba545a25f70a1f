import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

/** What can go wrong when synced data is exported to a file. */
export const exportProblems = {
  'export.unknown': {
    title: 'This export is no longer available',
    cause: 'It ended a while ago, or Evergrant was restarted.',
    cure: 'Look for the file, or export again.',
    who: who.you,
  },
  'export.neverSynced': {
    title: 'There is nothing to export yet',
    cause: 'Exports come from synced data, and this customer was never synced.',
    cure: 'Sync the customer, then export.',
    who: who.you,
  },
  'export.formatImpossible': {
    title: 'This can’t be exported in that format',
    cause: 'SCIM and JSON are only for the hand-over of groups for policies.',
    cure: 'Choose CSV, JSON Lines or Excel.',
    who: who.you,
  },
  'export.changedMeanwhile': {
    title: 'A new sync finished during the export',
    cause: 'A file never mixes rows of two syncs, so Evergrant stopped this one and removed it.',
    cure: 'Export again: the file will contain the new sync.',
    who: who.you,
  },
  'export.notWritten': {
    title: 'Evergrant couldn’t write the file',
    cause:
      'The system refused it: {{reason}}. The disk may be full, or this account may not have permission to write there.',
    cure: 'Choose another folder or free up space, then export again.',
    who: who.you,
  },
  'export.wouldReplaceWithNothing': {
    title: 'Nothing was written: {{file}} would have been replaced with an empty file',
    cause:
      'There is no connector and no customer in this data folder, so the new file would contain nothing. The existing file wasn’t changed.',
    cure: 'Check that --data-dir names the right folder. To write the empty file anyway, choose another name.',
    who: who.you,
  },
  'export.brokenOff': {
    title: 'The download stopped early',
    cause: 'The browser stopped accepting the file before the end. What it has isn’t complete.',
    cure: 'Delete what was downloaded, and export again.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
