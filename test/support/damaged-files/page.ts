import { createText } from '../../../text/create-text.ts';
import { problemSentence } from '../../../electron/platform/problem-sentence.ts';
import { setAsideWords } from '../../../text/words/set-aside-words.ts';
import { answers } from './answers.ts';
import { storeFiles, ways } from './ways.ts';
import type { Outcome, StoreFile } from './ways.ts';

const text = createText();
const keptAs = 'directory.damaged-1.db';

/** The name of each answer in the table, and the part of the page that describes it. */
const titles = {
  'ledger.db': {
    fine: 'works as before',
    missing: 'refused: missing',
    unusable: 'refused: damaged',
    whereRead: 'refused: damaged, once the page is read',
    notReadable: 'refused: no right to it',
    newer: 'refused: newer version',
  },
  'directory.db': {
    fine: 'works as before',
    missing: 'a new file',
    unusable: 'set aside',
    whereRead: 'set aside, once the page is read',
    notReadable: 'refused: no right to it',
    newer: 'refused: newer version',
  },
} as const satisfies Readonly<Record<StoreFile, Readonly<Record<Outcome, string>>>>;

const params = (file: StoreFile) => ({
  file,
  folder: 'FOLDER',
  keptAs,
});

/** What the command prints for a code. */
const said = (code: string, file: StoreFile, more: object = {}): string =>
  `> ${problemSentence(text, { code, params: { ...params(file), ...more } })}`;
const banner = (name: string | null): string =>
  `> ${text.t('shell:setAside.title')} ${setAsideWords(text, { file: 'directory.db', keptAs: name })}`;

/** A refusal, with the exit code from the table of answers. */
function refusal(file: StoreFile, outcome: Outcome, more: object = {}): string {
  const { code, exitCode } = answers[file][outcome];
  return `Exit code ${exitCode}, \`${code}\`. Nothing is changed in the folder.\n\n${said(code ?? '', file, more)}`;
}

/** The page docs/damaged-files.md, formatted as the formatter does it. */
export function damagedFilesPage(): string {
  return `${[
    '# Damaged files',
    '<!-- Written by scripts/damaged-files.ts from what test/integration/damaged-files-*.test.ts tries. -->',
    'The data folder holds two files: `ledger.db` (connectors, customers, marks, evidence, activity: precious, so make backups) and `directory.db` (users and groups of the last syncs: the next sync reads them again). This page says what Evergrant does when one of them is damaged. Each row is tried with the command line and with a window, and so is each way out.',
    table(),
    '## ledger.db: missing',
    refusal('ledger.db', 'missing', { found: 'directory.db' }),
    '## ledger.db: damaged',
    refusal('ledger.db', 'unusable'),
    'The window says the same step by step; **Try again** opens the repaired folder without a restart. If the damage is in a page that isn’t read at the start, Evergrant finds it later, when it reads the page, and shows the same sentences. Damage in a page without data may never be found.',
    '## directory.db: a new file, or set aside',
    'Exit code 0: the command does its work. It prints this on standard error, with `--json` in `notices`. A window shows it above every screen until each customer is synced again.',
    banner(keptAs),
    'Where the file was missing:',
    banner(null),
    'Where the damage is met only while a page is read, that one command ends with exit code 5, `store.cacheDamaged`; every later one works. A window asks once more and shows the banner.',
    said('store.cacheDamaged', 'directory.db'),
    '## Either file: no right to it',
    refusal('ledger.db', 'notReadable'),
    '## Either file: newer version',
    refusal('ledger.db', 'newer'),
    '## A full disk',
    'Exit code 5, `store.full`. What was written before is intact; a sync keeps the rows of the last one and continues where it stopped. A change is whole or not there, but it may be there although its line in the activity found no room: check before you repeat it.',
    said('store.full', 'ledger.db'),
  ].join('\n\n')}\n`;
}

function table(): string {
  const rows = ways.map(({ name, comesTo }) => [
    `it ${name}`,
    ...storeFiles.map((file) => titles[file][comesTo]),
  ]);
  const lines = [['the damage', ...storeFiles.map((file) => `\`${file}\``)], ...rows];
  const widths = [0, 1, 2].map((at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const written = lines.map(
    (line) => `| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`,
  );
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [written[0], rule, ...written.slice(1)].join('\n');
}
