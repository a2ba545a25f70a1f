import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { InlineConfig, Plugin } from 'vite';
import { bundles } from '../../../scripts/bundles.ts';
import { sourceStamp } from '../../../scripts/build-stamp.ts';
import { programSources, programsVariable, projectRoot } from './programs.ts';

const cache = path.join(projectRoot, 'node_modules/.cache/evergrant-test-programs');
/** How many builds to keep: another run may still use the previous one. */
const kept = 4;

const systemClock = path.join(projectRoot, 'electron/platform/clock.ts');
const settableClock = path.join(projectRoot, 'test/support/programs/clock.ts');

/** The only difference from what is shipped: the clock, which a test can set. */
const withSettableClock: Plugin = {
  name: 'settable-clock',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (!source.endsWith('/clock.ts') || importer === settableClock) return null;
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    return found?.id === systemClock ? settableClock : null;
  },
};

/**
 * Builds the programs that tests start, in the way the product's own are built, and publishes their folder
 * to every process of this run. Does nothing if they exist already.
 */
export async function buildPrograms(): Promise<void> {
  const folder = path.join(cache, sourceStamp(projectRoot, ['test/support/**/*.ts']).slice(0, 16));
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    const aside = await mkdtemp(path.join(cache, '.building-'));
    try {
      const { build, mergeConfig } = await import('vite');
      await build(mergeConfig(bundles.node(aside), ofTests) as InlineConfig);
      await writeFile(path.join(aside, 'package.json'), '{ "type": "module" }\n');
      await rename(aside, folder).catch((error: unknown) => {
        // Another run was faster.
        if (!existsSync(folder)) throw error;
      });
    } finally {
      await rm(aside, { recursive: true, force: true });
    }
    await removeOld();
  }
  process.env[programsVariable] = folder;
  // Node's compile cache: processes then start in two thirds of the time.
  process.env['NODE_COMPILE_CACHE'] ??= path.join(folder, 'compiled');
}

const ofTests: InlineConfig = {
  plugins: [withSettableClock],
  build: {
    rolldownOptions: {
      input: Object.fromEntries(
        Object.entries(programSources).map(([name, file]) => [name, path.join(projectRoot, file)]),
      ),
    },
  },
};

async function removeOld(): Promise<void> {
  const builds = await Promise.all(
    (await readdir(cache)).map(async (name) => {
      const full = path.join(cache, name);
      return { full, at: (await stat(full)).mtimeMs };
    }),
  );
  const old = builds.toSorted((a, b) => b.at - a.at).slice(kept);
  await Promise.all(old.map(({ full }) => rm(full, { recursive: true, force: true })));
}
