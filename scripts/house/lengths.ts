import ts from 'typescript';
import type { SourceFile } from './source-files.ts';

/** Lines: median, 90th percentile and largest, and how many there are. */
export interface Lengths {
  readonly count: number;
  readonly median: number;
  readonly p90: number;
  readonly max: number;
  /** The location of the largest. */
  readonly largest: string;
}

interface Measured {
  readonly name: string;
  readonly lines: number;
}

export function fileLengths(files: readonly SourceFile[]): Lengths {
  return spread(
    files.map(({ path, tree }) => ({
      name: path,
      lines: tree.getLineAndCharacterOfPosition(tree.end).line,
    })),
  );
}

/** Top-level functions of a file: the length of one includes its nested functions. */
export function functionLengths(files: readonly SourceFile[]): Lengths {
  return spread(
    files.flatMap(({ path, tree }) =>
      tree.statements.flatMap((statement) =>
        functionsOf(statement).map(({ name, node }) => ({
          name: `${name} (${path})`,
          lines: linesOf(tree, node),
        })),
      ),
    ),
  );
}

function functionsOf(statement: ts.Statement): { name: string; node: ts.Node }[] {
  if (ts.isFunctionDeclaration(statement))
    return [{ name: statement.name?.text ?? 'default', node: statement }];
  if (ts.isClassDeclaration(statement))
    return statement.members
      .filter((member) => ts.isMethodDeclaration(member) || ts.isConstructorDeclaration(member))
      .map((member) => ({ name: member.name?.getText() ?? 'constructor', node: member }));
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .filter(
      ({ initializer }) =>
        initializer !== undefined &&
        (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
    )
    .map((declared) => ({ name: declared.name.getText(), node: declared }));
}

function linesOf(tree: ts.SourceFile, node: ts.Node): number {
  const lineAt = (position: number) => tree.getLineAndCharacterOfPosition(position).line;
  return lineAt(node.end) - lineAt(node.getStart()) + 1;
}

function spread(measured: readonly Measured[]): Lengths {
  const sorted = measured.toSorted((one, other) => one.lines - other.lines);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.lines ?? 0;
  return {
    count: sorted.length,
    median: at(0.5),
    p90: at(0.9),
    max: sorted.at(-1)?.lines ?? 0,
    largest: sorted.at(-1)?.name ?? '',
  };
}
