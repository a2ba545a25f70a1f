import { parseArgs } from 'node:util';

/** Options for starting the desktop from a terminal or a shortcut. */
export interface DesktopChoices {
  readonly practice: boolean;
  readonly dataDir: string | undefined;
  readonly keyFile: string | undefined;
}

/**
 * Reads the desktop's own options and ignores Chromium's.
 *
 * @param argv the process's arguments, program first.
 * @throws Error when an option that needs a value has none.
 */
export function readCommandLine(argv: readonly string[]): DesktopChoices {
  const { values } = parseArgs({
    args: argv.slice(1),
    strict: false,
    options: {
      practice: { type: 'boolean' },
      'data-dir': { type: 'string' },
      'key-file': { type: 'string' },
    },
  });
  return {
    practice: values['practice'] === true,
    dataDir: needsValue('data-dir', values['data-dir']),
    keyFile: needsValue('key-file', values['key-file']),
  };
}

function needsValue(name: string, value: string | boolean | undefined): string | undefined {
  if (typeof value === 'boolean' || value === '') {
    throw new Error(`--${name} needs a path, as in --${name}=PATH.`);
  }
  return value;
}
