import { describe, expect, it } from 'vitest';
import type { Problem } from '../../electron/contract/problem.ts';
import { failuresOf } from './failures.ts';

const offline = (host: string): Problem => ({
  code: 'network.offline',
  params: { host },
  retry: 'now',
});

describe('what went wrong with some buttons', () => {
  it('is said once where two failed alike, under a key of its own each', () => {
    const failures = failuresOf([
      { problem: offline('login.example') },
      { problem: null },
      { problem: offline('login.example') },
      { problem: offline('graph.example') },
    ]);
    expect(failures.map(({ problem }) => problem.params)).toEqual([
      { host: 'login.example' },
      { host: 'graph.example' },
    ]);
    expect(new Set(failures.map(({ key }) => key)).size).toBe(2);
  });
});
