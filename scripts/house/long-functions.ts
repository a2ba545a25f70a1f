import ts from 'typescript';
import type { SourceFile } from './source-files.ts';

/** Maximum number of lines of a function without a stated reason; every line counts, whatever it contains. */
export const mostLines = 100;

/** The comment required directly above a longer function. */
const reason = /^\s*\/\/ Long because \S/;

/** A function that is too long and does not state why. */
export interface LongFunction {
  readonly file: string;
  readonly name: string;
  /** Number of the first line, starting from 1. */
  readonly line: number;
  readonly lines: number;
}

/**
 * Functions of more than `mostLines` lines without a reason above them, including nested ones, methods and
 * callbacks. The callback of a `describe` is a list of tests and is exempt.
 */
export function longFunctions({ path: file, tree }: SourceFile): readonly LongFunction[] {
  const found: LongFunction[] = [];
  const rows = tree.text.split('\n');
  const rowAt = (position: number): number => tree.getLineAndCharacterOfPosition(position).line;
  const hasReason = (node: ts.Node): boolean =>
    reason.test(rows[rowAt(node.getStart(tree)) - 1] ?? '');

  const visit = (node: ts.Node): void => {
    if (isFunction(node) && !isListOfTests(node)) {
      const first = rowAt(node.getStart(tree));
      const lines = rowAt(node.end) - first + 1;
      if (lines > mostLines && !hasReason(node) && !hasReason(wholeOf(node)))
        found.push({ file, name: nameOf(node), line: first + 1, lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

/** The call, variable or property that contains a function: its first line may precede the function's. */
function wholeOf(node: ts.Node): ts.Node {
  const { parent } = node;
  const isPartOfOne =
    ts.isVariableDeclaration(parent) ||
    ts.isVariableDeclarationList(parent) ||
    ts.isVariableStatement(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isCallExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isAwaitExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isExpressionStatement(parent);
  return isPartOfOne && !ts.isPropertyAssignment(node) ? wholeOf(parent) : node;
}

function isListOfTests({ parent }: ts.Node): boolean {
  return ts.isCallExpression(parent) && namesDescribe(parent.expression);
}

/** `describe`, `describe.each(rows)`, `test.describe` and similar. */
function namesDescribe(called: ts.Expression): boolean {
  if (ts.isIdentifier(called)) return called.text === 'describe';
  if (ts.isPropertyAccessExpression(called))
    return called.name.text === 'describe' || namesDescribe(called.expression);
  return ts.isCallExpression(called) && namesDescribe(called.expression);
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name !== undefined) return node.name.getText();
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent))
    return parent.name.getText();
  if (!ts.isCallExpression(parent))
    return ts.isConstructorDeclaration(node) ? 'constructor' : 'a function';
  const [title] = parent.arguments;
  const called = parent.expression.getText();
  return title !== undefined && ts.isStringLiteralLike(title)
    ? `${called}('${title.text}')`
    : `${called}(…)`;
}
