import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Programs that tests start as processes or threads. A run of the suites builds them once
 * (`build-programs.ts`), because compiling TypeScript at every start takes longer than the tests. Without
 * such a run, as in the tour and the bench, the sources are started.
 */
export const programSources = {
  cli: 'electron/cli/main.ts',
  practice: 'practice/main.ts',
  'store-writer': 'electron/engine/store/workers/store-writer.ts',
  'store-reader': 'electron/engine/store/workers/store-reader.ts',
  'killed-reset': 'test/support/killed-reset/main.ts',
  'story-host': 'test/support/story-host/main.ts',
} as const;

export type ProgramName = keyof typeof programSources;

/** The variable with the folder of this run's built programs. */
export const programsVariable = 'EVERGRANT_TEST_PROGRAMS';

export const projectRoot = path.resolve(import.meta.dirname, '../../..');

/** The file of a program: the build if this run has made one, otherwise the source. */
export function programPath(name: ProgramName): string {
  const folder = process.env[programsVariable];
  if (folder === undefined) return path.join(projectRoot, programSources[name]);
  const file = path.join(folder, `${name}.js`);
  if (!existsSync(file)) throw new Error(`The programs of this run lack ${name}: ${file}`);
  return file;
}
