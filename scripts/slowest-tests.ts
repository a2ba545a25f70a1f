import path from 'node:path';
import { z } from 'zod';

/** One test of a report, with its duration in milliseconds. */
export interface TimedTest {
  readonly file: string;
  readonly title: string;
  readonly milliseconds: number;
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), duration: z.number().nullish() })),
    }),
  ),
});

const playwrightSuite = z.object({
  specs: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      tests: z.array(z.object({ results: z.array(z.object({ duration: z.number() })) })),
    }),
  ),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});
type PlaywrightSuite = z.output<typeof playwrightSuite>;
const playwrightReport = z.object({ suites: z.array(playwrightSuite) });

/**
 * Reads every executed test from a JSON report of Vitest or of Playwright.
 *
 * @throws ZodError when the report has neither shape.
 * Source: vitest.dev/guide/reporters (json), playwright.dev/docs/test-reporters (json).
 */
export function readTimes(report: unknown): readonly TimedTest[] {
  const vitest = vitestReport.safeParse(report);
  if (!vitest.success) return playwrightReport.parse(report).suites.flatMap(timesIn);
  return vitest.data.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.flatMap(({ fullName, duration }) =>
      typeof duration === 'number'
        ? [{ file: path.basename(name), title: fullName, milliseconds: duration }]
        : [],
    ),
  );
}

function timesIn({ specs, suites = [] }: PlaywrightSuite): readonly TimedTest[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ results }) => results.length > 0)
      .map(({ results }) => ({
        file: path.basename(file),
        title,
        milliseconds: results.reduce((sum, { duration }) => sum + duration, 0),
      })),
  );
  return [...own, ...suites.flatMap(timesIn)];
}

/** The slowest tests, one per line, slowest first. */
export function slowestLines(all: readonly TimedTest[], most = 10): readonly string[] {
  return all
    .toSorted((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, most)
    .map(
      ({ file, title, milliseconds }) =>
        `${(milliseconds / 1000).toFixed(1).padStart(7)} s  ${file}: ${title}`,
    );
}
