import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sourceStamp } from './build-stamp.ts';
import { bundles, outDir, projectDir } from './bundles.ts';

/**
 * Builds everything into `out/`: `renderer/`, one file for each Node program, `preload.cjs`. Does nothing
 * when the sources match the last build, unless `--force` is given.
 */
const { values } = parseArgs({ options: { force: { type: 'boolean', default: false } } });
const stampFile = path.join(outDir, '.stamp');
const stamp = sourceStamp(projectDir);

if (!values.force && isCurrent()) {
  console.log('Nothing changed since the last build.');
} else {
  await buildAll();
}

/** Whether the last build matches these sources and all its files still exist. */
function isCurrent(): boolean {
  if (!existsSync(stampFile)) return false;
  const [built, ...names] = readFileSync(stampFile, 'utf8').split('\n');
  return built === stamp && names.every((name) => existsSync(path.join(outDir, name)));
}

/**
 * Builds in a separate folder, then moves the new files into place: a failed build does not change the last
 * one.
 */
async function buildAll(): Promise<void> {
  const started = performance.now();
  mkdirSync(outDir, { recursive: true });
  const aside = mkdtempSync(path.join(outDir, '.building-'));
  try {
    const { build } = await import('vite');
    for (const bundle of Object.values(bundles)) await build(bundle(aside));
    rmSync(stampFile, { force: true });
    for (const file of globSync('*.{js,cjs,map}', { cwd: outDir })) {
      rmSync(path.join(outDir, file));
    }
    rmSync(path.join(outDir, 'renderer'), { recursive: true, force: true });
    const names = readdirSync(aside);
    for (const name of names) {
      renameSync(path.join(aside, name), path.join(outDir, name));
    }
    writeFileSync(stampFile, [stamp, ...names].join('\n'));
    console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
