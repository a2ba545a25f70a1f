import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findOffice, missingOfficeSentence } from '../../scripts/find-office.ts';
import type { NewExport } from '../../electron/contract/export.ts';
import { startConnectedHost } from '../support/connected-host.ts';
import type { EngineHost } from '../support/engine-host.ts';
import { exported } from '../support/exported.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';

const office = findOffice();
if (office === undefined) process.stdout.write(`Left out: ${missingOfficeSentence}\n`);

let connected: Awaited<ReturnType<typeof startConnectedHost>>;
let cloud: PracticeCloud;
let host: EngineHost;
let folder: string;
let tenantId: string;

beforeAll(async () => {
  if (office === undefined) return;
  folder = await mkdtemp(join(tmpdir(), 'evergrant-office-'));
  connected = await startConnectedHost({ args: ['--groups', '50', '--memberships', '200'] });
  ({ cloud, host } = connected);
  ({ tenantId } = cloud.customer('odd'));
  await host.client.tenants.add({ domainOrId: tenantId });
  await host.client.syncs.start({ tenantId });
  for await (const run of await host.client.syncs.watch({ tenantId })) {
    if (run.problem) throw new Error(`The sync failed with ${run.problem.code}.`);
  }
});
afterAll(async () => {
  await connected?.dispose();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/**
 * What LibreOffice shows of a file: opened as a person would, saved as UTF-8 CSV with the displayed values.
 */
async function shownByOffice(file: string): Promise<string[][]> {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  // Commas, double quotes, UTF-8; LibreOffice detects the type of every column itself.
  const reading = file.endsWith('.csv') ? ['--infilter=CSV:44,34,76,1'] : [];
  await promisify(execFile)(
    office ?? '',
    [
      '--headless',
      `-env:UserInstallation=${profile}`,
      ...reading,
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
      '--outdir',
      folder,
      file,
    ],
    { timeout: 280_000 },
  );
  const shown = join(folder, `${basename(file, extname(file))}.csv`);
  const cells: string[][] = parse(await readFile(shown), { bom: true });
  await rm(shown);
  return cells;
}

/** The rows as the engine reports them to a script, without a spreadsheet. */
async function told(content: NewExport['content'], safeInCsv: boolean): Promise<string[][]> {
  const job = await exported(host.client, { content, format: 'jsonl' });
  const rows = (await readFile(job.savedAs ?? '', 'utf8'))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  const text = (cell: unknown): string => {
    if (cell === null) return '';
    if (Array.isArray(cell)) return cell.join('; ');
    if (typeof cell === 'boolean') return String(cell).toUpperCase();
    const words = String(cell);
    return safeInCsv && /^[=+\-@\t\r＝＋－＠]/.test(words) ? `'${words}` : words;
  };
  return [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row).map(text))];
}

it.runIf(office !== undefined).each([
  ['groups', 'csv'],
  ['groups', 'xlsx'],
  ['members', 'csv'],
  ['members', 'xlsx'],
] as const)(
  'LibreOffice opens %s as %s with the same rows, and takes no name for a formula',
  async (what, format) => {
    const query = { tenantId };
    const content: NewExport['content'] =
      what === 'groups'
        ? { kind: 'groups', query }
        : { kind: 'membersOfFound', query, scope: 'direct' };
    const job = await exported(host.client, { content, format });
    expect(job.state).toBe('finished');
    const shown = await shownByOffice(job.savedAs ?? '');
    const expected = await told(content, format === 'csv');
    expect(expected.length).toBeGreaterThan(30);
    expect(shown.flat().filter((cell) => cell.includes('HYPERLINK('))).not.toEqual([]);
    expect(shown).toEqual(expected);
  },
);
