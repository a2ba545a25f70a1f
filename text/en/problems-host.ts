import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

/** Codes of the hosts: the data's key, Practice, the web host and the command line. */
export const hostProblems = {
  'cli.usage': {
    title: '{{reason}}',
    cause: 'The command was called in a way that it does not know.',
    cure: 'See evergrant --help, or evergrant COMMAND --help.',
    who: who.you,
  },
  'keys.noKeeper': {
    title: 'There is no safe place for the key of your data yet',
    cause: 'This computer has no keyring that Evergrant can use (or nobody is signed in to it).',
    cure: 'Choose a passphrase: on the start screen, or for scripts by EVERGRANT_PASSPHRASE_FILE or --key-file. Practice needs none.',
    who: who.you,
  },
  'keys.lost': {
    title: 'The key of the data in {{dataDir}} is not in the keyring',
    cause: 'The keyring was emptied, or the folder comes from another computer or account.',
    cure: 'Restore the keyring entry, or give the key by --key-file. Without the key the data cannot be read; move the folder away to begin anew.',
    who: who.you,
  },
  'keys.keyringUnavailable': {
    title: 'The keyring that may hold the key of {{dataDir}} cannot be reached',
    cause: 'The keyring is locked, or this session has none (for example over SSH).',
    cure: 'Sign in to the desktop session and try again, or give the key by --key-file.',
    who: who.you,
  },
  'keys.keyFileMissing': {
    title: 'The key file {{file}} cannot be read',
    cause: 'It is not there, or this account may not read it.',
    cure: 'Correct --key-file or EVERGRANT_KEY_FILE. A new key is 32 random bytes as 64 hexadecimal digits, for example from: openssl rand -hex 32',
    who: who.you,
  },
  'keys.keyFileInvalid': {
    title: '{{file}} is not a key file',
    cause: 'A key is 32 bytes: 64 hexadecimal digits, or base64.',
    cure: 'Name the file with the key of this data by --key-file or EVERGRANT_KEY_FILE.',
    who: who.you,
  },
  'keys.wrongPassphrase': {
    title: 'That passphrase does not open the data',
    cause: 'It was mistyped, or the data was protected with another one.',
    cure: 'Type it again.',
    who: who.you,
  },
  'keys.wrappedKeyInvalid': {
    title: '{{file}} is damaged',
    cause: 'The file that keeps the key under your passphrase was changed or cut short.',
    cure: 'Restore this file from a copy of the data folder.',
    who: who.you,
  },
  'keys.noPassphraseSet': {
    title: 'No passphrase protects this data',
    cause: 'Its key is kept elsewhere, or none was made yet.',
    cure: 'Choose a passphrase first.',
    who: who.you,
  },
  'keys.alreadyKept': {
    title: 'This data has a key already',
    cause: 'Its key is kept by a passphrase, the keyring or a file.',
    cure: 'Open the data with what keeps its key.',
    who: who.you,
  },
  'keys.passphraseFileMissing': {
    title: 'The passphrase file {{file}} cannot be read',
    cause: 'It is not there, or this account may not read it.',
    cure: 'Correct the path in {{source}}, or the rights of the file.',
    who: who.you,
  },
  'keys.passphraseTooShort': {
    title: 'The passphrase in {{file}} is too short',
    cause: 'A passphrase has at least {{least}} characters.',
    cure: 'Put a longer passphrase into the file.',
    who: who.you,
  },
  'workspace.locked': {
    title: 'Evergrant is locked',
    cause: 'A passphrase protects the data.',
    cure: 'Type the passphrase; scripts give it by EVERGRANT_PASSPHRASE_FILE.',
    who: who.you,
  },
  'workspace.refused': {
    title: 'Evergrant can’t open its data',
    cause: 'The reason is named beside this.',
    cure: 'Remove the reason, then start Evergrant again.',
    who: who.you,
  },
  'workspace.closed': {
    title: 'Evergrant is closing',
    cause: 'The program was asked to end.',
    cure: 'Start it again.',
    who: who.you,
  },
  'practice.notStarted': {
    title: 'Practice could not be started',
    cause: 'Its process ended before it was ready; the log says why.',
    cure: 'Try again. If it stays, report it with the last lines of the log.',
    who: who.support,
  },
  'web.portTaken': {
    title: 'Port {{port}} is taken by another program',
    cause: 'Another program, perhaps another Evergrant, listens on 127.0.0.1:{{port}}.',
    cure: 'Choose another port by --port, or leave it away to take a free one.',
    who: who.you,
  },
  'web.portRefused': {
    title: 'Evergrant may not listen on port {{port}}',
    cause: 'The system refuses the port to this account; ports below 1024 are often reserved.',
    cure: 'Choose a port above 1024 by --port, or leave it away to take a free one.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
