/**
 * `npm run test:days [-- --only NAME…] [-- FILTER…]`: unit, practice and integration tests on five days, in
 * three time zones, with libfaketime. Arguments after the second `--` are passed to Vitest, such as a part of
 * a file's name.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { dayEnvironment, findFaketime, missingFaketimeSentence, testDays } from './days.ts';
import type { TestDay } from './days.ts';
import { installFromDebian } from './debian-packages.ts';
import { findBrowser } from './find-browser.ts';
import { readTotals } from './test-totals.ts';

const root = path.resolve(import.meta.dirname, '..');
const reports = path.join(root, 'out/reports/days');

const { values, positionals: filters } = parseArgs({
  options: { only: { type: 'string', multiple: true } },
  allowPositionals: true,
});
const chosen = testDays.filter(({ name }) => values.only?.includes(name) ?? true);
const unknown = values.only?.find((name) => !testDays.some((day) => day.name === name));

/**
 * Chromium hangs under libfaketime: tests that search for a browser find this script, which starts Chromium
 * on the real day.
 */
async function makeBrowser(folder: string): Promise<void> {
  const browser = findBrowser();
  if (browser === undefined) return;
  const file = path.join(folder, 'chromium');
  const quoted = `'${browser.replaceAll("'", String.raw`'\''`)}'`;
  await writeFile(file, `#!/bin/sh\nunset LD_PRELOAD FAKETIME\nexec ${quoted} "$@"\n`);
  for (const each of [folder, file]) await chmod(each, 0o755);
}

/**
 * Whether a program with this environment really sees that day: the loader only warns when a library does not
 * load.
 */
function livesOn(env: NodeJS.ProcessEnv, aheadMs: number): boolean {
  const { stdout } = spawnSync(process.execPath, ['-p', 'Date.now()'], { env, encoding: 'utf8' });
  return Math.abs(Number(stdout) - aheadMs - Date.now()) < 60_000;
}

/** Runs the tests on a day; returns its line of the summary. */
async function runOn(day: TestDay, library: string, browsers: string) {
  const now = Date.now();
  const begins = day.begins(now);
  const env = {
    ...process.env,
    ...dayEnvironment(library, begins - now, day.timeZone),
    PATH: `${browsers}${path.delimiter}${process.env['PATH'] ?? ''}`,
    EVERGRANT_REPORT_FILE: path.join(reports, `${day.name}.json`),
  };
  if (!livesOn(env, begins - now)) {
    return { passed: false, line: `${day.name}: libfaketime does not change this Node's time.` };
  }
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone: day.timeZone,
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(begins);
  console.log(`\n${day.name}: from ${shown} in ${day.timeZone}`);
  const started = performance.now();
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const projects = ['unit', 'practice', 'integration'].flatMap((name) => ['--project', name]);
  const args = [vitest, 'run', ...projects, ...filters];
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (ended) => resolve(ended ?? 1));
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const totals = await readFile(env.EVERGRANT_REPORT_FILE, 'utf8').then(
    (report) => readTotals(JSON.parse(report)),
    () => ({ passed: 0, failed: 0, skipped: 0 }),
  );
  const { passed, failed, skipped } = totals;
  return {
    passed: code === 0 && passed > 0,
    line: `${day.name} (${shown}, ${day.timeZone}): ${passed} passed, ${failed} failed, ${skipped} skipped, ${seconds} s`,
  };
}

async function main(): Promise<number> {
  if (unknown !== undefined) {
    console.error(`There is no day "${unknown}": ${testDays.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  const library =
    findFaketime() ?? (installFromDebian(['libfaketime']) ? findFaketime() : undefined);
  if (library === undefined) {
    console.error(missingFaketimeSentence);
    return 1;
  }
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });
  const browsers = await mkdtemp(path.join(tmpdir(), 'evergrant-days-'));
  try {
    await makeBrowser(browsers);
    const results = [];
    for (const day of chosen) {
      const result = await runOn(day, library, browsers);
      console.log(result.line);
      results.push(result);
    }
    console.log(`\n${results.map(({ line }) => line).join('\n')}`);
    const good = results.filter(({ passed }) => passed).length;
    console.log(`${good} of ${results.length} days passed`);
    return good === results.length ? 0 : 1;
  } finally {
    await rm(browsers, { recursive: true, force: true });
  }
}

process.exitCode = await main();
