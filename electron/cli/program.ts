import { Command } from 'commander';
import type { Translate } from '../../text/create-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addBackupCommands } from './commands/backup.ts';
import { addAskCommand } from './commands/ask.ts';
import { addConnectorCommands } from './commands/connector.ts';
import { addExportCommand } from './commands/export.ts';
import { addCredentialCommands } from './commands/credential.ts';
import { addCompareCommand } from './commands/compare.ts';
import { addGrantCommand } from './commands/grant.ts';
import { addGroupsCommand } from './commands/groups.ts';
import { addMembersCommand } from './commands/members.ts';
import { addMarksCommand } from './commands/marks.ts';
import { addPartnerCommands } from './commands/partner.ts';
import { addProfilesCommands } from './commands/profiles.ts';
import { addResetCommands } from './commands/reset.ts';
import { addResetHandOverCommands } from './commands/reset-hand-over.ts';
import { addSyncCommand } from './commands/sync.ts';
import { addTenantsCommands } from './commands/tenants.ts';
import { addTestCommand } from './commands/test.ts';
import { addUserCommand } from './commands/user.ts';

/**
 * The `evergrant` command with all its subcommands; nothing runs until it parses arguments. `docs/cli.md` is
 * generated from it (`npm run cli-page`).
 */
export function createProgram(t: Translate, version: string): Command {
  const program = new Command('evergrant')
    .description(t('cli:description'))
    .version(version, '-V, --version', t('cli:option.version'))
    .helpOption('-h, --help', t('cli:option.help'))
    .helpCommand('help [command]', t('cli:option.help'))
    .option('--data-dir <folder>', t('cli:option.dataDir'))
    .option('--key-file <file>', t('cli:option.keyFile'))
    .option('--no-input', t('cli:option.noInput'))
    .option('--json', t('cli:option.json'), false)
    .option('--practice', t('cli:option.practice'), false)
    .option('--ticket <number>', t('cli:option.ticket'))
    .addHelpText('after', `\n${t('cli:exitCodes')}`)
    .configureOutput({
      writeErr: (words) => void process.stderr.write(visibleText(words)),
      writeOut: (words) => void process.stdout.write(visibleText(words)),
    })
    .exitOverride();

  addProfilesCommands(program, t);
  addConnectorCommands(program, t);
  addCredentialCommands(program, t);
  addTenantsCommands(program, t);
  addPartnerCommands(program, t);
  addGrantCommand(program, t);
  addAskCommand(program, t);
  addTestCommand(program, t);
  addDoctorCommand(program, t);
  addResetCommands(program, t);
  addResetHandOverCommands(program, t);
  addSyncCommand(program, t);
  addGroupsCommand(program, t);
  addMembersCommand(program, t);
  addCompareCommand(program, t);
  addUserCommand(program, t);
  addMarksCommand(program, t);
  addExportCommand(program, t);
  addBackupCommands(program, t);
  return program;
}
