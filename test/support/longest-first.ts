import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** Files that take long though they are small, the longest first: begun last, one would run alone at the end. */
const longest: readonly string[] = [
  'reset-killed.test.ts',
  'sync-properties.test.ts',
  'cli.test.ts',
  'cli-reset-hand-over.test.ts',
  'cli-connector.test.ts',
  'reset-races-cli.test.ts',
  'directory-sync.test.ts',
  'export-in-office.test.ts',
];

/** Begins with the longest files; Vitest's own order knows times only where there was a run before. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((name) => moduleId.endsWith(`/${name}`));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
