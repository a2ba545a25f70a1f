import { parseArgs } from 'node:util';
import { copyReadmePictures, runTour } from './tour/run-tour.ts';

/**
 * Runs the main flow unattended in a real browser: `npm run tour`; `-- --json` adds one line of JSON at the
 * end, `-- --readme` updates the README's pictures.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
  },
});
const say = (line: string): void => {
  (values.json ? process.stderr : process.stdout).write(`${line}\n`);
};

try {
  const result = await runTour(say);
  if (values.readme) await copyReadmePictures();
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
} catch (error) {
  process.stderr.write(`The tour stopped: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
