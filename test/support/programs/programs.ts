import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Programs that tests start as processes or threads. A run of the suites builds them once
 * (`build-programs.ts`), because to compile TypeScript at every start takes longer than what is tested;
 * who starts them without a run, as the tour and the bench do, starts the sources.
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

/** Where a run says that its built programs lie. */
export const programsVariable = 'EVERGRANT_TEST_PROGRAMS';

export const projectRoot = path.resolve(import.meta.dirname, '../../..');

/** The file of a program: built where this run has built it, its source else. */
export function programPath(name: ProgramName): string {
  const folder = process.env[programsVariable];
  if (folder === undefined) return path.join(projectRoot, programSources[name]);
  const file = path.join(folder, `${name}.js`);
  if (!existsSync(file)) throw new Error(`The programs of this run lack ${name}: ${file}`);
  return file;
}
