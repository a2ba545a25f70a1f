import { Command, CommanderError } from 'commander';
import { createText } from '../../text/create-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { version } from '../platform/node-host.ts';
import { guardStandardStreams } from '../platform/standard-streams.ts';
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
import { exitCodes } from './exit-codes.ts';
import { usageProblem } from './run.ts';
import { createTerminal } from './terminal.ts';

const { t } = createText();
const program = new Command('evergrant')
  .description(t('cli:description'))
  .version(version)
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

guardStandardStreams();
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (error.exitCode !== 0) refuseInJson(error.message);
}
// What a reader of standard output has not taken would keep a canceled command alive.
if (process.exitCode === exitCodes.cancelled) process.exit();

/** Commander has said it in words, and has not come so far as to know whether a document is wanted. */
function refuseInJson(message: string): void {
  const ownArguments = process.argv.slice(2);
  const end = ownArguments.indexOf('--');
  const json = ownArguments.slice(0, end === -1 ? undefined : end).includes('--json');
  if (!json) return;
  const reason = message.replace(/^error: /, '');
  createTerminal({ json, input: false }).document({ problem: usageProblem(reason) });
}
