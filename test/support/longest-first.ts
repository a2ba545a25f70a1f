import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/**
 * Small files that take long, the longest first: started last, one of them would run at the end with nothing
 * else.
 */
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

/** Starts with the longest files; Vitest's own order knows durations only from an earlier run. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((name) => moduleId.endsWith(`/${name}`));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
