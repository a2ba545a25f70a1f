import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { hasEnded, ownMark } from './process-mark.ts';

const script = `import { ownMark } from ${JSON.stringify(new URL('./process-mark.ts', import.meta.url).href)};
process.stdout.write(ownMark()); setInterval(() => {}, 1000);`;

test('a process is there until it was killed', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const [mark] = (await once(child.stdout, 'data')) as [Buffer];
  expect(hasEnded(mark.toString())).toBe(false);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  expect(hasEnded(mark.toString())).toBe(true);
  expect(hasEnded(ownMark())).toBe(false);
});

test.runIf(process.platform === 'linux')('a number that another process has now is not it', () => {
  const parts = ownMark().split('/');
  expect(hasEnded([...parts.slice(0, 4), '1'].join('/'))).toBe(true);
  const before = [parts[0], 'an-earlier-start', ...parts.slice(2)];
  expect(hasEnded(before.join('/'))).toBe(true);
});

test('of another computer, another container or no known form nothing can be told', () => {
  const [computer, boot, , ...rest] = ownMark().split('/');
  expect(hasEnded(['elsewhere', boot, 'x', 999_999_999, ''].join('/'))).toBe(false);
  expect(hasEnded([computer, boot, 'other', ...rest].join('/'))).toBe(false);
  for (const odd of ['', 'test 12', 'a/b/c/d/e', 'a/b/c/1/e/f']) expect(hasEnded(odd)).toBe(false);
});
