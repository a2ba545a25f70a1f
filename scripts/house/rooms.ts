import path from 'node:path';
import ts from 'typescript';
import { isTest } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

/** How many imports lead from one room to another. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly imports: number;
}

/**
 * The room that a file stands in, as docs/architecture.md names it: `engine/graph`, `contract`, `cli`,
 * `renderer/ui`. A file of the composition stands in `engine`, what starts the desktop in `desktop`.
 */
export function roomOf(file: string): string {
  const [top = '', second = '', third = ''] = path.posix.dirname(file).split('/');
  if (top !== 'electron') return top === 'renderer' && second !== '' ? `${top}/${second}` : top;
  if (second === '') return 'desktop';
  return second === 'engine' && third !== '' ? `engine/${third}` : second;
}

/** The product's imports from room to room, tests left aside; most imports first. */
export function arrowsBetweenRooms(files: readonly SourceFile[]): readonly Arrow[] {
  const counts = new Map<string, Arrow>();
  for (const file of files.filter(({ path }) => !isTest(path)))
    for (const target of importsOf(file)) {
      const [from, to] = [roomOf(file.path), roomOf(target)];
      const key = `${from} ${to}`;
      if (from !== to) counts.set(key, { from, to, imports: (counts.get(key)?.imports ?? 0) + 1 });
    }
  return [...counts.values()].toSorted(
    (one, other) =>
      other.imports - one.imports ||
      one.from.localeCompare(other.from) ||
      one.to.localeCompare(other.to),
  );
}

function importsOf({ path: file, tree }: SourceFile): readonly string[] {
  return tree.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
    const { text } = moduleSpecifier;
    return text.startsWith('.') ? [path.posix.join(path.posix.dirname(file), text)] : [];
  });
}
