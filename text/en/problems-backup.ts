import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

/** A backup that cannot be restored or made. In each case, nothing was changed. */
export const backupProblems = {
  'backup.notABackup': {
    title: 'This is not an Evergrant backup',
    cause: 'It’s another file, or only part of a backup.',
    cure: 'Choose the file whose name begins with evergrant-backup and ends in .evergrant. Nothing was changed.',
    who: who.you,
  },
  'backup.newerVersion': {
    title: 'The backup was made by a newer Evergrant',
    cause: 'This Evergrant can’t read its format.',
    cure: 'Update Evergrant on this computer, then try again. Nothing was changed.',
    who: who.you,
  },
  'backup.notOpened': {
    title: 'The passphrase doesn’t open this backup, or the file is damaged',
    cause:
      'Encryption can’t distinguish the two: a wrong passphrase and a changed byte look the same.',
    cure: 'Type the passphrase that was set when this backup was made. If it’s right, copy the file again from where it was stored. Nothing was changed.',
    who: who.you,
  },
  'backup.damaged': {
    title: 'The backup is damaged',
    cause: 'Its contents aren’t what Evergrant writes.',
    cure: 'Copy the file again from where it was stored, or make a new backup on the other computer. Nothing was changed.',
    who: who.you,
  },
  'backup.wouldLose': {
    title: 'Nothing was written: {{file}} has customers that are not in this data: {{customers}}',
    cause: 'Replacing it would lose them ({{count}}). The existing file wasn’t changed.',
    cure: 'Check that --data-dir names the right folder. To get these customers, restore that file first. To keep both, choose another name.',
    who: who.you,
  },
  'backup.wouldReplaceOther': {
    title: 'Nothing was written: {{file}} is not a backup of this data',
    cause:
      'It’s another file, or a backup of Practice while this is real data, or the other way around. It wasn’t changed.',
    cure: 'Choose another name.',
    who: who.you,
  },
  'backup.ofPractice': {
    title: 'This is a backup of Practice',
    cause: 'Its customers are invented; they’re never mixed with real ones.',
    cure: 'Choose a backup of the real data, or restore this one while you’re in Practice. Nothing was changed.',
    who: who.you,
  },
  'backup.ofRealData': {
    title: 'This is a backup of real customers',
    cause: 'Real customers are never added to Practice.',
    cure: 'Leave Practice, then restore it. Nothing was changed.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
