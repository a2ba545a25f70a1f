import { expect, test } from 'vitest';
import type { Nesting } from '../../../electron/contract/nesting.ts';
import { box, layOut } from './nesting-layout.ts';

const nesting = (
  levels: Readonly<Record<string, number>>,
  edges: readonly (readonly [string, string])[],
): Nesting => ({
  nodes: Object.entries(levels).map(([name, level]) => ({
    level,
    group: {
      tenantId: 'tenant',
      id: name,
      displayName: name,
      mail: null,
      description: null,
      kind: 'security',
      flags: [],
      directMembers: 0,
      incomplete: false,
    },
  })),
  edges: edges.map(([from, to]) => ({ from, to })),
  more: false,
});

test('groups above stand above, groups within below, none upon another', () => {
  const { groups, width, height } = layOut(
    nesting({ VPN: 0, Remote: 1, Sales: 1, All: -1 }, [
      ['All', 'VPN'],
      ['VPN', 'Remote'],
      ['VPN', 'Sales'],
    ]),
  );
  const at = (name: string) => groups.find(({ id }) => id === name) ?? { x: -1, y: -1 };
  expect(at('All').y).toBeLessThan(at('VPN').y);
  expect(at('VPN').y).toBeLessThan(at('Sales').y);
  expect(Math.abs(at('Remote').x - at('Sales').x)).toBeGreaterThan(box.width);
  for (const { x, y } of groups) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + box.width).toBeLessThanOrEqual(width);
    expect(y + box.height).toBeLessThanOrEqual(height);
  }
});

test('a circle is told from the way down', () => {
  const { arrows } = layOut(
    nesting({ A: 0, B: 1 }, [
      ['A', 'B'],
      ['B', 'A'],
    ]),
  );
  expect(arrows.map(({ from, back }) => [from, back])).toEqual([
    ['A', false],
    ['B', true],
  ]);
});
