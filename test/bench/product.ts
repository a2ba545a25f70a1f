import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { syncRun } from '../../electron/contract/sync.ts';
import type { SyncRun } from '../../electron/contract/sync.ts';
import { engineHostKey } from '../support/engine-host.ts';

const command = fileURLToPath(new URL('../../out/cli.js', import.meta.url));
const builder = fileURLToPath(new URL('../../scripts/build.ts', import.meta.url));
const meter = new URL('meter.mjs', import.meta.url).href;

const metered = z.object({ peakRssMB: z.number(), eventLoopP99Ms: z.number() });

/** A sync by the built `evergrant` command, and the resource usage of its process. */
export interface ProductSync extends z.infer<typeof metered> {
  readonly run: SyncRun;
  /** From the sync's own start to its end: excludes starting the process. */
  readonly milliseconds: number;
}

/** Builds the product as packaged. */
export async function buildProduct(): Promise<void> {
  await ended([builder], {});
}

/** Runs the built `evergrant sync TENANT --full` in a separate process, on an engine host's data folder. */
export async function syncByCommand(folder: string, tenantId: string): Promise<ProductSync> {
  const place = await mkdtemp(join(tmpdir(), 'evergrant-meter-'));
  const [keyFile, meterFile] = [join(place, 'key'), join(place, 'meter.json')];
  try {
    await writeFile(keyFile, Buffer.from(engineHostKey).toString('hex'), { mode: 0o600 });
    const args = ['--data-dir', folder, '--key-file', keyFile, '--no-input', '--json'];
    const printed = await ended(['--import', meter, command, ...args, 'sync', tenantId, '--full'], {
      EVERGRANT_METER_FILE: meterFile,
    });
    const { sync: run } = z.object({ sync: syncRun }).parse(JSON.parse(printed));
    if (run.state !== 'finished' || run.finishedAt === null) {
      throw new Error(`The command's sync ended as ${run.state}: ${run.problem?.code ?? ''}`);
    }
    const milliseconds = Date.parse(run.finishedAt) - Date.parse(run.startedAt);
    const taken = metered.parse(JSON.parse(await readFile(meterFile, 'utf8')));
    return { ...taken, run, milliseconds };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function ended(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const out: string[] = [];
  const errors: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${args.at(-1)} ended with ${String(code)}:\n${errors.join('')}`);
  return out.join('');
}
