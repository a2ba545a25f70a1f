import { parseArgs } from 'node:util';
import { benchList } from '../test/bench/list/bench-list.ts';

/**
 * Measures only the groups list, in Chromium: `npm run build && node scripts/bench-list.ts [--groups
 * 100000]`.
 */
const { values } = parseArgs({
  options: {
    groups: { type: 'string', default: '100000' },
    memberships: { type: 'string', default: '1000000' },
  },
});
const result = await benchList({
  groups: Number(values.groups),
  memberships: Number(values.memberships),
  say: (line) => console.log(line),
});
console.log(
  `${result.longTasks.length} tasks over 50 ms by the clock, ${result.ranOver50Ms} of the thread's own time.`,
);
if (result.ranOver50Ms > 0) process.exitCode = 1;
