import { Option } from 'commander';
import type { Command } from 'commander';
import type { SyncGaps, SyncMode, SyncRun } from '../../contract/sync.ts';
import type { Text, Translate } from '../../../text/create-text.ts';
import { gapSentences } from '../../../text/words/sync-gaps.ts';
import { numberWords, timeWords } from '../../../text/words/format.ts';
import { CancelledError } from '../../engine/errors/evergrant-error.ts';
import { problemSentence } from '../../platform/problem-sentence.ts';
import { exitCodeOfProblem, exitCodes } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { findTenant } from '../find-one.ts';
import { run } from '../run.ts';
import type { Client } from '../session.ts';
import { syncNews } from '../sync-news.ts';

interface SyncOptions {
  readonly full?: true;
  readonly delta?: true;
}

/** `sync TENANT [--full | --delta]`: waits for the end and prints each phase. */
export function addSyncCommand(program: Command, t: Translate): void {
  program
    .command('sync')
    .description(t('cli:sync.about'))
    .argument('<tenant>', t('cli:tenant'))
    .addOption(new Option('--full', t('cli:sync.full')).conflicts('delta'))
    .addOption(new Option('--delta', t('cli:sync.delta')))
    .action((query: string, options: SyncOptions, command: Command) =>
      run(command, async ({ client, lasting, text, terminal, info, signal, now }) => {
        const { tenantId } = findTenant(text, await client.tenants.list(), query);
        let sync = await client.syncs.start({ tenantId, mode: modeOf(options) });
        const following = new AbortController();
        const cancel = (): void => void cancelOrLeave(lasting, tenantId, following);
        signal.addEventListener('abort', cancel, { once: true });
        if (signal.aborted) cancel();
        const isNews = syncNews(now);
        const watched = await lasting.syncs.watch({ tenantId }, { signal: following.signal });
        for await (const next of watched) {
          sync = next;
          if (isNews(next)) terminal.note(progress(text, next));
        }
        signal.removeEventListener('abort', cancel);
        following.signal.throwIfAborted();
        terminal.result(text.t(`cli:sync.ended.${sync.state}`, counts(text, sync)), {
          workspace: info.workspace,
          tenantId,
          sync,
        });
        if (sync.gaps) for (const line of gapLines(text, sync.gaps)) terminal.note(line);
        if (sync.problem) terminal.note(problemSentence(text, sync.problem));
        return exitCodeOfSync(sync);
      }),
    );
}

/** Cancels the sync if it runs in this process. Only stops following one of another process. */
async function cancelOrLeave(
  lasting: Client,
  tenantId: string,
  following: AbortController,
): Promise<void> {
  const isOurs = await lasting.syncs.cancel({ tenantId }).then(
    ({ cancelled }) => cancelled,
    () => false,
  );
  if (!isOurs) following.abort(new CancelledError());
}

function modeOf({ full, delta }: SyncOptions): SyncMode {
  if (full) return 'full';
  return delta ? 'delta' : 'auto';
}

function progress(text: Text, sync: SyncRun): string {
  if (sync.waitingUntil !== null) {
    return text.t('cli:sync.waiting', { until: timeWords(text, sync.waitingUntil) });
  }
  return text.t('cli:sync.progress', {
    phase: text.t(`cli:sync.phase.${sync.phase}`),
    ...counts(text, sync),
  });
}

function counts(text: Text, { counts }: SyncRun): Record<keyof SyncRun['counts'], string> {
  return {
    users: numberWords(text, counts.users),
    groups: numberWords(text, counts.groups),
    memberships: numberWords(text, counts.memberships),
    devices: numberWords(text, counts.devices),
    contacts: numberWords(text, counts.contacts),
  };
}

function gapLines(text: Text, gaps: SyncGaps): readonly string[] {
  const ids = gaps.first.map(({ kind, id }) => `${kind} ${id}`).join(', ');
  return [
    text.t('cli:sync.gaps.intro'),
    ...gapSentences(text, gaps),
    ...(ids === '' ? [] : [text.t('cli:sync.gaps.first', { ids })]),
  ];
}

/** A sync that finished but could not read everything is incomplete: exit code 4. */
function exitCodeOfSync({ state, problem, gaps }: SyncRun): ExitCode {
  if (state === 'running') return exitCodes.ok;
  if (state === 'finished') return gaps === null ? exitCodes.ok : exitCodes.couldNotTell;
  if (state === 'cancelled') return exitCodes.cancelled;
  return problem === null ? exitCodes.couldNotTell : exitCodeOfProblem(problem);
}
