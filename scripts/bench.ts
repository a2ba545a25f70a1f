import { parseArgs } from 'node:util';
import { runBench } from '../test/bench/run-bench.ts';

/**
 * Measures our sync against its peers, and our search, in one run: `npm run bench`; `-- --json` adds one line
 * of JSON at the end.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    groups: { type: 'string', default: '10000' },
    'large-groups': { type: 'string', default: '100000' },
    runs: { type: 'string', default: '3' },
    customers: { type: 'string', default: '1000' },
  },
});
const say = (line: string): void => {
  (values.json ? process.stderr : process.stdout).write(`${line}\n`);
};
const result = await runBench({
  groups: Number(values.groups),
  largeGroups: Number(values['large-groups']),
  runs: Number(values.runs),
  customers: Number(values.customers),
  say,
});
if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
if (!result.rowsEqual) process.exitCode = 1;
