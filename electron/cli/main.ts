import { CommanderError } from 'commander';
import { createText } from '../../text/create-text.ts';
import { version } from '../platform/node-host.ts';
import { guardStandardStreams } from '../platform/standard-streams.ts';
import { exitCodes } from './exit-codes.ts';
import { createProgram } from './program.ts';
import { usageProblem } from './run.ts';
import { createTerminal } from './terminal.ts';

const program = createProgram(createText().t, version);

guardStandardStreams();
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (error.exitCode !== 0) refuseInJson(error.message);
}
// Output that the reader of standard output hasn't consumed would keep a canceled command running.
if (process.exitCode === exitCodes.cancelled) process.exit();

/** Commander has already printed the message. It stopped before the `--json` option was known. */
function refuseInJson(message: string): void {
  const ownArguments = process.argv.slice(2);
  const end = ownArguments.indexOf('--');
  const json = ownArguments.slice(0, end === -1 ? undefined : end).includes('--json');
  if (!json) return;
  const reason = message.replace(/^error: /, '');
  createTerminal({ json, input: false }).document({ problem: usageProblem(reason) });
}
