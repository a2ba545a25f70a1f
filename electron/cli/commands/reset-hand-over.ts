import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Reset } from '../../contract/reset.ts';
import type { Text, Translate } from '../../../text/create-text.ts';
import { resetResult } from '../../../text/words/reset-words.ts';
import { readText } from '../credential-files.ts';
import { exitCodes } from '../exit-codes.ts';
import { findTenant } from '../find-one.ts';
import { run } from '../run.ts';
import type { Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { writePrivateFile } from '../write-private-file.ts';

/** `reset-hand-over TENANT` and `reset-take-over FILE`: moves a reset to a colleague's computer in a file. */
export function addResetHandOverCommands(program: Command, t: Translate): void {
  program
    .command('reset-hand-over')
    .description(t('cli:resetHandOver.about'))
    .argument('<tenant>', t('cli:tenant'))
    .option('--by <name>', t('cli:reset.by'))
    .option('--out <file>', t('cli:resetHandOver.out'))
    .action((query: string, _options: unknown, command: Command) => handOver(command, query));
  program
    .command('reset-take-over')
    .description(t('cli:resetTakeOver.about'))
    .argument('<file>', t('cli:resetTakeOver.file'))
    .requiredOption('--by <name>', t('cli:resetTakeOver.by'))
    .action((file: string, _options: unknown, command: Command) => takeOver(command, file));
}

async function handOver(command: Command, query: string): Promise<void> {
  await run(command, async (session) => {
    const { client, text, terminal, info } = session;
    const { by, out } = command.opts<{ readonly by?: string; readonly out?: string }>();
    const { tenantId } = findTenant(text, await client.tenants.list(), query);
    const reset = await givenAway(session, tenantId, by);
    const { fileName, text: content } = await client.resets.handOver({ tenantId });
    const file = out ?? fileName;
    if (file === '-') {
      process.stdout.write(content);
      return exitCodes.ok;
    }
    const path = resolve(file);
    await writeNew(text, path, content);
    terminal.result(text.t('cli:resetHandOver.done', { file: path }), {
      workspace: info.workspace,
      tenantId,
      file: path,
      reset,
    });
    return exitCodes.ok;
  });
}

/** For a reset that was handed over already, the file is written again. */
async function givenAway(
  { client, text }: Session,
  tenantId: string,
  by: string | undefined,
): Promise<Reset> {
  const last = await client.resets.last({ tenantId });
  if (last?.state === 'handedOver') return last;
  if (last === null || last.endedAt !== null) {
    throw new UsageError(text.t('cli:resetHandOver.none'));
  }
  return client.resets.act({
    tenantId,
    version: last.version,
    action: { kind: 'handOver', by: by ?? last.holder },
  });
}

async function writeNew(text: Text, path: string, content: string): Promise<void> {
  await writePrivateFile(path, content, { replace: false }).catch(
    (error: NodeJS.ErrnoException) => {
      const reason = error.code ?? error.name;
      throw new UsageError(text.t('cli:profileFiles.notWritten', { file: path, reason }));
    },
  );
}

async function takeOver(command: Command, file: string): Promise<void> {
  await run(command, async ({ client, text, terminal, info }) => {
    const { by } = command.opts<{ readonly by: string }>();
    const content = await readText(text, file);
    const { connector, hindrance } = await client.resets.readHandOver({ text: content });
    if (hindrance !== 'nothing') {
      const words = { connector: connector.name };
      throw new UsageError(text.t(`reset:takeOver.hindrance.${hindrance}`, words));
    }
    const reset = await client.resets.takeOver({ text: content, by });
    const { profile } = await client.tenants.get({ tenantId: reset.tenantId });
    const { tenantId } = reset;
    const result = resetResult(text, reset, profile);
    const carryOn = reset.purpose === 'offBoard' ? 'off-board' : 'reset';
    terminal.result(text.t('cli:resetTakeOver.done', { result, command: carryOn, tenantId }), {
      workspace: info.workspace,
      tenantId,
      reset,
    });
    return exitCodes.ok;
  });
}
