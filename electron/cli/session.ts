import { createRouterClient } from '@orpc/server';
import type { ContractRouterClient } from '@orpc/contract';
import type { contract, HostInfo } from '../contract/contract.ts';
import { leastPassphrase } from '../contract/passphrase.ts';
import type { Text } from '../../text/create-text.ts';
import { endingWith, untilAborted } from './ending-client.ts';
import { errorOf, EvergrantError } from '../engine/errors/evergrant-error.ts';
import type { Workspace } from '../platform/workspace/workspace.ts';
import type { Terminal } from './terminal.ts';

/** The engine as a script uses it: the same contract as the screens, in-process. */
export type Client = ContractRouterClient<typeof contract>;

/** Options that every command has. */
export interface GlobalOptions {
  readonly dataDir?: string;
  readonly keyFile?: string;
  /** Commander's `--no-input` turns it off. */
  readonly input: boolean;
  readonly json: boolean;
  readonly practice: boolean;
  /** The ticket number for this command's actions. */
  readonly ticket?: string;
}

/** What a command works with. */
export interface Session {
  /** Calls through this client end at Ctrl+C. */
  readonly client: Client;
  /**
   * Calls through this client don't end at Ctrl+C: for canceling, and for following canceled work to its end.
   */
  readonly lasting: Client;
  readonly info: HostInfo;
  readonly text: Text;
  readonly terminal: Terminal;
  /** Milliseconds UTC, for computing ages. */
  readonly now: () => number;
  /** The ticket number given to the command. */
  readonly ticket: string | null;
  /** Aborts at Ctrl+C. */
  readonly signal: AbortSignal;
}

/** Opens the data; asks for a passphrase if one is needed and the terminal is interactive. */
export async function openClient(
  workspace: Workspace,
  terminal: Terminal,
  text: Text,
  signal: AbortSignal,
): Promise<Pick<Session, 'client' | 'lasting' | 'info'>> {
  let info = await untilAborted(workspace.info(), signal);
  if (info.state === 'locked' && terminal.interactive) {
    info = await workspace.unlock(await terminal.askSecret(text.t('cli:prompt.passphrase')));
  } else if (info.problem?.code === 'keys.noKeeper' && terminal.interactive) {
    info = await workspace.setPassphrase(
      await askNewPassphrase(
        terminal,
        text,
        text.t('cli:prompt.newPassphrase', { least: leastPassphrase }),
      ),
    );
  }
  if (info.state !== 'ready') {
    throw info.problem ? errorOf(info.problem) : new EvergrantError(`workspace.${info.state}`);
  }
  const lasting = createRouterClient(await workspace.router(), { context: {} });
  return { client: endingWith(lasting, signal), lasting, info };
}

/** Asks for a new passphrase twice, until it is long enough and both match. */
export async function askNewPassphrase(
  terminal: Terminal,
  text: Text,
  question: string,
): Promise<string> {
  for (;;) {
    const passphrase = await terminal.askSecret(question);
    if (passphrase.length < leastPassphrase) {
      terminal.note(text.t('cli:prompt.tooShort', { least: leastPassphrase }));
    } else if ((await terminal.askSecret(text.t('cli:prompt.again'))) === passphrase) {
      return passphrase;
    } else {
      terminal.note(text.t('cli:prompt.differ'));
    }
  }
}
