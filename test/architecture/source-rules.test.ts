import { readFile } from 'node:fs/promises';
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBreaches, sourceRules } from './source-rules.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A bad example of each rule: the name of the file, and its text. */
const badExamples: Readonly<Record<string, readonly [file: string, source: string]>> = {
  'ipcMain-has-one-door': ['electron/main.ts', "import { app, ipcMain } from 'electron/main';"],
  'ipcRenderer-has-one-door': [
    'electron/desktop/windows.ts',
    "import { ipcRenderer } from 'electron';",
  ],
  'contextBridge-has-one-door': [
    'electron/desktop/windows.ts',
    "import {\n  contextBridge,\n} from 'electron/renderer';",
  ],
  'shell-has-one-door': ['electron/main.ts', "import { shell } from 'electron/common';"],
  'no-weakened-window': ['electron/desktop/windows.ts', 'const o = { webSecurity: false };'],
  'no-process-wide-trust': [
    'electron/platform/network.ts',
    "process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';",
  ],
  'no-unsafe-html': ['renderer/ui/Text.tsx', '<p dangerouslySetInnerHTML={{ __html: text }} />'],
  'engine-takes-time-and-chance-from-ports': [
    'electron/engine/connection/a.ts',
    'const at = Date.now();',
  ],
  'engine-has-one-way-out': ['electron/engine/graph/a.ts', "const r = await fetch('https://x');"],
  'error-listeners-stay': ['electron/web/a.ts', "server.once('error', reject);"],
  'files-are-private': ['electron/cli/a.ts', "await writeFile(path, text, { flag: 'wx' });"],
  'screens-know-no-numbers-of-microsofts': [
    'renderer/features/a.tsx',
    "if (problem.code === 'aadsts.700027') return null;",
  ],
  'meanings-are-asked-of-the-table': [
    'electron/engine/connection/a.ts',
    "const isRace = problem.code === 'aadsts.650051';",
  ],
  'no-enum': ['electron/contract/a.ts', 'export enum Colour { Red }'],
  'nothing-beside-the-repository': [
    'test/support/a.ts',
    "const shared = resolve(import.meta.dirname, '../../../shared');",
  ],
};

async function sourceFiles(): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const file of glob('{electron,practice,renderer,scripts,test,text}/**/*.{ts,tsx}', {
    cwd: root,
  })) {
    files.push(file.replaceAll(path.sep, '/'));
  }
  return files;
}

describe('what no source file may hold', () => {
  it('has a bad example for every rule', () => {
    expect(Object.keys(badExamples)).toEqual(sourceRules.map((rule) => rule.name));
  });

  it.each(Object.entries(badExamples))('%s refuses its bad example', (rule, [file, source]) => {
    expect(findBreaches(file, source).map((breach) => breach.rule)).toContain(rule);
  });

  it.each([
    'nodeIntegration: true',
    'contextIsolation: false',
    'sandbox: false',
    '<webview src="x">',
  ])('refuses %s in a window', (text) => {
    expect(findBreaches('electron/desktop/windows.ts', text)).toHaveLength(1);
  });

  it.each([
    ["const key = 'aadsts.65001 aadsts.53003';"],
    ["problem.raw?.code === 'AADSTS65001'"],
    ["const numbers = ['65001', '700016'];"],
    ['const code = `aadsts.7000112`;'],
  ])('refuses a number of Microsoft’s in a screen, however it is written: %s', (source) => {
    expect(findBreaches('renderer/features/a.tsx', source)).toHaveLength(1);
  });

  it('lets a word stand in a comment, and tells the line of one that does not', () => {
    const source = '/** webSecurity stays on. */\n// webSecurity\nconst webSecurity = 1;\n';
    expect(findBreaches('electron/desktop/windows.ts', source)).toEqual([
      { rule: 'no-weakened-window', file: 'electron/desktop/windows.ts', line: 3 },
    ]);
  });

  it('holds for every source file of the project', async () => {
    const files = await sourceFiles();
    const found = await Promise.all(
      files.map(async (file) => findBreaches(file, await readFile(path.join(root, file), 'utf8'))),
    );
    const advice = new Map(sourceRules.map((rule) => [rule.name, rule.instead]));
    expect(
      found.flat().map(({ rule, file, line }) => `${file}:${line} ${rule}: ${advice.get(rule)}`),
    ).toEqual([]);
  });
});
