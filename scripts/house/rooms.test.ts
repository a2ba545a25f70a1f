import ts from 'typescript';
import { expect, it } from 'vitest';
import { arrowsBetweenRooms, roomOf } from './rooms.ts';

const file = (path: string, text: string) => ({
  path,
  tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
});

it.each([
  ['electron/main.ts', 'desktop'],
  ['electron/desktop/menu.ts', 'desktop'],
  ['electron/engine/engine.ts', 'engine'],
  ['electron/engine/graph/guard.ts', 'engine/graph'],
  ['renderer/features/groups/groups-page.tsx', 'renderer/features'],
  ['practice/world/types.ts', 'practice'],
])('%s stands in %s', (path, room) => {
  expect(roomOf(path)).toBe(room);
});

it('counts every kind of import, and none of a test or within a room', () => {
  const arrows = arrowsBetweenRooms([
    file(
      'electron/cli/a.ts',
      `import { one } from '../platform/a.ts';
       import type { Two } from '../platform/b.ts';
       export { three } from '../platform/c.ts';
       const four = () => import('../platform/d.ts');
       let five: import('../platform/e.ts').Five;
       import { own } from './own.ts';
       import { z } from 'zod';`,
    ),
    file('electron/cli/a.test.ts', `import { one } from '../platform/a.ts';`),
  ]);
  expect(arrows).toEqual([{ from: 'cli', to: 'platform', imports: 5 }]);
});
