import type { Argument, Command, Option } from 'commander';
import { createProgram } from '../../electron/cli/program.ts';
import { createText } from '../../text/create-text.ts';

const begin = '<!-- commands: npm run cli-page -->';
const end = '<!-- /commands -->';

/**
 * The page with every command, its arguments and options, as `--help` shows them.
 *
 * @throws Error when the page has no place for them
 */
export function withCommands(page: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The page needs the lines ${begin} and ${end}.`);
  const commands = leavesOf(createProgram(createText().t, '')).map((leaf) => section(leaf));
  return `${page.slice(0, from)}${begin}\n\n${commands.join('\n\n')}\n\n${page.slice(to)}`;
}

interface Leaf {
  readonly name: string;
  readonly command: Command;
}

/** Commands without subcommands; the names of the others are part of theirs. */
function leavesOf(command: Command, name = command.name()): readonly Leaf[] {
  if (command.commands.length === 0) return [{ name, command }];
  return command.commands.flatMap((inner) => leavesOf(inner, `${name} ${inner.name()}`));
}

function section({ name, command }: Leaf): string {
  const given = command.registeredArguments.map((argument) => ` ${nameOf(argument)}`).join('');
  const options = command.options.filter(({ hidden }) => !hidden);
  return [
    `### \`${name}${given}\``,
    '',
    sentence(command.description()),
    ...rows([
      ...command.registeredArguments.map((argument) => [
        nameOf(argument),
        withChoices(argument.description, argument.argChoices),
      ]),
      ...options.map((option) => [option.flags, optionWords(option)]),
    ]),
  ].join('\n');
}

function rows(listed: readonly (readonly string[])[]): readonly string[] {
  if (listed.length === 0) return [];
  return ['', ...listed.map(([name, words]) => `- \`${name}\`: ${words}`)];
}

function nameOf(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function optionWords(option: Option): string {
  const { description, argChoices, mandatory, defaultValue } = option;
  const notes = [
    ...(mandatory ? ['required'] : []),
    ...(typeof defaultValue === 'string' || typeof defaultValue === 'number'
      ? [`default: ${defaultValue}`]
      : []),
  ];
  const note = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
  return `${withChoices(description, argChoices)}${note}`;
}

function withChoices(words: string, choices: readonly string[] | undefined): string {
  return choices === undefined
    ? words
    : `${words}: ${choices.map((one) => `\`${one}\``).join(', ')}`;
}

function sentence(words: string): string {
  const upper = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return /[.!?]$/.test(upper) ? upper : `${upper}.`;
}
