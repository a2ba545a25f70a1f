/**
 * `npm test`: check, build, integration and end-to-end, in that order, stopping at the first failure; then
 * prints the slowest tests, the seconds of every step, and on the last line only the totals of every runner.
 */
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { readTimes, slowestLines } from './slowest-tests.ts';
import type { TimedTest } from './slowest-tests.ts';
import { readTotals, sumTotals } from './test-totals.ts';
import type { Totals } from './test-totals.ts';

const root = path.resolve(import.meta.dirname, '..');
const reports = path.join(root, 'out', 'reports');

/** The steps of `npm test`; those with a report are counted in the last line. */
const steps = [
  { script: 'format:check' },
  { script: 'lint' },
  { script: 'types' },
  { script: 'arrows' },
  { script: 'dead' },
  { script: 'unit', report: 'unit.json' },
  { script: 'build' },
  { script: 'integration', report: 'integration.json' },
  { script: 'e2e', report: 'e2e.json' },
] as const satisfies readonly { readonly script: string; readonly report?: string }[];

function run(script: string, reportFile: string | undefined): Promise<number> {
  const npm = process.env['npm_execpath'];
  const [command, args] =
    npm === undefined ? ['npm', ['run', script]] : [process.execPath, [npm, 'run', script]];
  const env =
    reportFile === undefined ? process.env : { ...process.env, EVERGRANT_REPORT_FILE: reportFile };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Reads a step's report with `read`; returns `none` if the step failed before it wrote one. */
async function readReport<T>(file: string, read: (report: unknown) => T, none: T): Promise<T> {
  try {
    return read(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return none;
  }
}

await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });

const totals: Totals[] = [];
const times: TimedTest[] = [];
const seconds: string[] = [];
let failedStep: string | undefined;
for (const step of steps) {
  const report = 'report' in step ? path.join(reports, step.report) : undefined;
  const started = performance.now();
  const code = await run(step.script, report);
  const took = `${step.script}: ${((performance.now() - started) / 1000).toFixed(1)} s`;
  console.log(took);
  seconds.push(took);
  if (report !== undefined) {
    totals.push(await readReport(report, readTotals, { passed: 0, failed: 0, skipped: 0 }));
    times.push(...(await readReport(report, readTimes, [])));
  }
  if (code !== 0) {
    failedStep = step.script;
    process.exitCode = 1;
    break;
  }
}

if (failedStep !== undefined) {
  console.log(`stopped: npm run ${failedStep} failed`);
}
if (times.length > 0) console.log(['the slowest tests:', ...slowestLines(times)].join('\n'));
console.log(seconds.join(', '));
const sum = sumTotals(totals);
console.log(
  `tests: ${sum.passed} passed, ${sum.failed} failed` +
    (sum.skipped === 0 ? '' : `, ${sum.skipped} skipped`),
);
