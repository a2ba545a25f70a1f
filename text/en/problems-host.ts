import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

/** Codes of the hosts: the key of the data, Practice, the web host and the command line. */
export const hostProblems = {
  'cli.usage': {
    title: '{{reason}}',
    cause: 'The command doesn’t accept these arguments or options.',
    cure: 'See evergrant --help, or evergrant COMMAND --help.',
    who: who.you,
  },
  'keys.noKeeper': {
    title: 'There is no safe place for your data’s key yet',
    cause: 'This computer has no keyring that Evergrant can use, or you’re not signed in to it.',
    cure: 'Choose a passphrase: on the start screen, or for scripts with EVERGRANT_PASSPHRASE_FILE or --key-file. Practice doesn’t need one.',
    who: who.you,
  },
  'keys.lost': {
    title: 'The key of the data in {{dataDir}} isn’t in the keyring',
    cause: 'The keyring was cleared, or the folder comes from another computer or account.',
    cure: 'Restore the keyring entry, or pass the key with --key-file. Without the key, the data can’t be read; to start over, move the folder away.',
    who: who.you,
  },
  'keys.keyringUnavailable': {
    title: 'The keyring that may hold the key of {{dataDir}} can’t be reached',
    cause: 'The keyring is locked, or this session has none (for example over SSH).',
    cure: 'Sign in to the desktop session and try again, or pass the key with --key-file.',
    who: who.you,
  },
  'keys.keyFileMissing': {
    title: 'The key file {{file}} can’t be read',
    cause: 'It doesn’t exist, or this account isn’t allowed to read it.',
    cure: 'Correct --key-file or EVERGRANT_KEY_FILE. A new key is 32 random bytes as 64 hexadecimal digits, for example from: openssl rand -hex 32',
    who: who.you,
  },
  'keys.keyFileInvalid': {
    title: '{{file}} isn’t a key file',
    cause: 'A key is 32 bytes: 64 hexadecimal digits, or base64.',
    cure: 'With --key-file or EVERGRANT_KEY_FILE, name the file that has this data’s key.',
    who: who.you,
  },
  'keys.wrongPassphrase': {
    title: 'That passphrase doesn’t open the data',
    cause: 'It was mistyped, or the data was protected with another one.',
    cure: 'Type it again.',
    who: who.you,
  },
  'keys.wrappedKeyInvalid': {
    title: '{{file}} is damaged',
    cause: 'The file that stores the key under your passphrase was changed or cut short.',
    cure: 'Restore this file from a copy of the data folder.',
    who: who.you,
  },
  'keys.noPassphraseSet': {
    title: 'No passphrase protects this data',
    cause: 'Its key is stored elsewhere, or hasn’t been created yet.',
    cure: 'Choose a passphrase first.',
    who: who.you,
  },
  'keys.alreadyKept': {
    title: 'This data already has a key',
    cause: 'A passphrase, the keyring or a file holds it.',
    cure: 'Open the data with the passphrase, keyring or file that holds its key.',
    who: who.you,
  },
  'keys.passphraseFileMissing': {
    title: 'The passphrase file {{file}} can’t be read',
    cause: 'It doesn’t exist, or this account isn’t allowed to read it.',
    cure: 'Correct the path in {{source}}, or the file’s permissions.',
    who: who.you,
  },
  'keys.passphraseTooShort': {
    title: 'The passphrase in {{file}} is too short',
    cause: 'A passphrase needs at least {{least}} characters.',
    cure: 'Put a longer passphrase in the file.',
    who: who.you,
  },
  'workspace.locked': {
    title: 'Evergrant is locked',
    cause: 'The data is protected by a passphrase.',
    cure: 'Type the passphrase. Scripts pass it with EVERGRANT_PASSPHRASE_FILE.',
    who: who.you,
  },
  'workspace.refused': {
    title: 'Evergrant can’t open its data',
    cause: 'See the reason shown with this message.',
    cure: 'Fix it, then restart Evergrant.',
    who: who.you,
  },
  'workspace.closed': {
    title: 'Evergrant is closing',
    cause: 'The program was asked to quit.',
    cure: 'Start it again.',
    who: who.you,
  },
  'practice.notStarted': {
    title: 'Practice couldn’t start',
    cause: 'Its process ended before it was ready; the log shows why.',
    cure: 'Try again. If it keeps happening, report it with the last lines of the log.',
    who: who.support,
  },
  'web.portTaken': {
    title: 'Another program is using port {{port}}',
    cause: 'It listens on 127.0.0.1:{{port}}. It may be another copy of Evergrant.',
    cure: 'Choose another port with --port, or omit it to use a free one.',
    who: who.you,
  },
  'web.portRefused': {
    title: 'Evergrant isn’t allowed to listen on port {{port}}',
    cause:
      'The system doesn’t allow this account to use the port; ports below 1024 are often reserved.',
    cure: 'Choose a port above 1024 with --port, or omit it to use a free one.',
    who: who.you,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
