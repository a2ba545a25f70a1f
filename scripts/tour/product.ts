import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The built web host, over an initially empty data folder. */
export interface Product {
  /** A link that opens one window; works once. */
  readonly link: string;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds what changed. On failure, throws with the build's output. */
export function buildProduct(): void {
  const built = spawnSync(process.execPath, [join(root, 'scripts/build.ts')], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The build failed.\n${built.stdout}${built.stderr}`);
}

/** Builds what changed and starts `out/web.js`, as `npm start` does without Electron. */
export async function startProduct(): Promise<Product> {
  buildProduct();
  const folder = await mkdtemp(join(tmpdir(), 'evergrant-tour-'));
  const keyFile = join(folder, 'key');
  await writeFile(keyFile, randomBytes(32).toString('hex'), { mode: 0o600 });
  const child = spawn(
    process.execPath,
    [
      join(root, 'out/web.js'),
      '--no-open',
      '--json',
      '--data-dir',
      join(folder, 'data'),
      '--key-file',
      keyFile,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const link = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line) as { readonly event?: string; readonly link?: string };
      if (said.event === 'listening' && said.link !== undefined) resolve(said.link);
    });
    void ended.then(() => reject(new Error('The web host ended before it listened.')));
  });
  return {
    link,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
