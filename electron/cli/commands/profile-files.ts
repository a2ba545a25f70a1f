import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Translate } from '../../../text/create-text.ts';
import { readText } from '../credential-files.ts';
import { exitCodes } from '../exit-codes.ts';
import { findProfile } from '../find-one.ts';
import { run } from '../run.ts';
import { UsageError } from '../usage-error.ts';
import { writePrivateFile } from '../write-private-file.ts';

/**
 * `profiles export` and `profiles import`: files for sharing connectors between colleagues, without
 * credentials.
 */
export function addProfileFileCommands(profiles: Command, t: Translate): void {
  profiles
    .command('export')
    .description(t('cli:profileFiles.export'))
    .argument('<profile>', t('cli:profiles.profile'))
    .option('--out <file>', t('cli:profileFiles.out'))
    .action((query: string, _options: unknown, command: Command) => exportOne(command, query));
  profiles
    .command('import')
    .description(t('cli:profileFiles.import'))
    .argument('<file>', t('cli:profileFiles.file'))
    .option('--cloud-file <file>', t('cli:profiles.cloudFile'))
    .action((file: string, _options: unknown, command: Command) => importOne(command, file));
}

async function exportOne(command: Command, query: string): Promise<void> {
  await run(command, async ({ client, text, terminal, info }) => {
    const profile = findProfile(text, await client.profiles.list(), query);
    const file = await client.profiles.export({ profileId: profile.id });
    const out = command.opts<{ readonly out?: string }>().out ?? file.fileName;
    if (out === '-') {
      process.stdout.write(file.text);
      return exitCodes.ok;
    }
    const path = resolve(out);
    await writePrivateFile(path, file.text, { replace: false }).catch(
      (error: NodeJS.ErrnoException) => {
        const reason = error.code ?? error.name;
        throw new UsageError(text.t('cli:profileFiles.notWritten', { file: path, reason }));
      },
    );
    terminal.result(text.t('cli:profileFiles.exported', { name: profile.name, file: path }), {
      workspace: info.workspace,
      file: path,
    });
    return exitCodes.ok;
  });
}

async function importOne(command: Command, file: string): Promise<void> {
  await run(command, async ({ client, text, terminal, info }) => {
    const { cloudFile } = command.opts<{ readonly cloudFile?: string }>();
    const profile = await client.profiles.import({
      text: await readText(text, file),
      ...(cloudFile !== undefined && { cloudFile: resolve(cloudFile) }),
    });
    terminal.result(text.t('cli:profileFiles.imported', { name: profile.name, id: profile.id }), {
      workspace: info.workspace,
      profile,
    });
    return exitCodes.ok;
  });
}
