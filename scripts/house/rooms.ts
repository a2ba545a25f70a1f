import path from 'node:path';
import ts from 'typescript';
import { isTest } from './source-files.ts';
import type { SourceFile } from './source-files.ts';

/** The number of imports from one room to another. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly imports: number;
}

/**
 * The room of a file, as docs/architecture.md names it: `engine/graph`, `contract`, `cli`, `renderer/ui`.
 * Files of the composition belong to `engine`, files that start the desktop to `desktop`.
 */
export function roomOf(file: string): string {
  const [top = '', second = '', third = ''] = path.posix.dirname(file).split('/');
  if (top !== 'electron') return top === 'renderer' && second !== '' ? `${top}/${second}` : top;
  if (second === '') return 'desktop';
  return second === 'engine' && third !== '' ? `engine/${third}` : second;
}

/** The product's imports from room to room, without tests; most imports first. */
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

/** A file's imports of our files, including dynamic ones (`import()`) and type-only ones. */
function importsOf({ path: file, tree }: SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier?.startsWith('.'))
      found.push(path.posix.join(path.posix.dirname(file), specifier));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
    return textOf(node.moduleSpecifier);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return textOf(node.arguments[0]);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return textOf(node.argument.literal);
  return undefined;
}

function textOf(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteral(node) ? node.text : undefined;
}
