import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

/** A backup that cannot be brought in. Nothing was changed, in every case. */
export const backupProblems = {
  'backup.notABackup': {
    title: 'This file is no backup of Evergrant',
    cause: 'It is another file, or only a part of a backup.',
    cure: 'Choose the file whose name begins with evergrant-backup and ends in .evergrant. Nothing was changed.',
    who: who.you,
  },
  'backup.newerVersion': {
    title: 'The backup was made by a newer Evergrant',
    cause: 'The Evergrant on this computer does not know its form.',
    cure: 'Bring Evergrant on this computer up to date, then try again. Nothing was changed.',
    who: who.you,
  },
  'backup.notOpened': {
    title: 'The passphrase does not open this backup, or the file is damaged',
    cause:
      'The encryption cannot tell the two apart: a wrong passphrase and a changed byte look the same.',
    cure: 'Type the passphrase that was given when this backup was made. If it is right, copy the file again from where it was kept. Nothing was changed.',
    who: who.you,
  },
  'backup.damaged': {
    title: 'The backup is damaged',
    cause: 'What it holds is not what Evergrant writes.',
    cure: 'Copy the file again from where it was kept, or make a new backup on the other computer. Nothing was changed.',
    who: who.you,
  },
  'backup.wouldLose': {
    title: 'Nothing was written: {{file}} has customers that are not in this data: {{customers}}',
    cause: 'Replacing it would lose them ({{count}}). The file that is there was not changed.',
    cure: 'Check that --data-dir names the right folder. To get these customers, restore that file first. To keep both, choose another name.',
    who: who.you,
  },
  'backup.wouldReplaceOther': {
    title: 'Nothing was written: {{file}} is not a backup of this data',
    cause:
      'It is another file, or a backup of Practice where this is real data, or the other way round. It was not changed.',
    cure: 'Choose another name.',
    who: who.you,
  },
  'backup.ofPractice': {
    title: 'This is a backup of Practice',
    cause: 'Its customers are invented; they never come among real ones.',
    cure: 'Choose a backup of the real data, or bring this one in while you are in Practice. Nothing was changed.',
    who: who.you,
  },
  'backup.ofRealData': {
    title: 'This is a backup of real customers',
    cause: 'Real customers never come into Practice.',
    cure: 'Leave Practice, then bring it in. Nothing was changed.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
