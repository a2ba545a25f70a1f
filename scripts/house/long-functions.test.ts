import ts from 'typescript';
import { expect, it } from 'vitest';
import { longFunctions, mostLines } from './long-functions.ts';

/** A file whose function has this many lines: the opening, statements, the end. */
function fileOf(lines: number, open: string, end: string, above = '') {
  const body = 'work();\n'.repeat(lines - 2);
  const text = `${above}${open}\n${body}${end}\n`;
  return {
    path: 'electron/engine/a.tsx',
    tree: ts.createSourceFile('a.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX),
  };
}

const because = '// Long because one story is told from its beginning to its end.\n';

const kinds: readonly (readonly [name: string, open: string, end: string])[] = [
  ['run', 'export async function run() {', '}'],
  ['run', 'export const run = () => {', '};'],
  ['run', 'const run = function () {', '};'],
  [`test('a story')`, `test('a story', async () => {`, '});'],
  ['work(…)', 'await work(async () => {', '});'],
];

it.each(kinds)('refuses a long %s: %s', (name, open, end) => {
  expect(longFunctions(fileOf(mostLines + 1, open, end))).toEqual([
    { file: 'electron/engine/a.tsx', name, line: 1, lines: mostLines + 1 },
  ]);
  expect(longFunctions(fileOf(mostLines, open, end))).toEqual([]);
});

it.each(kinds)('lets %s be long for a reason: %s', (_, open, end) => {
  expect(longFunctions(fileOf(mostLines + 1, open, end, because))).toEqual([]);
  const afterComment = `/** What it does. */\n${because}`;
  expect(longFunctions(fileOf(mostLines + 1, open, end, afterComment))).toEqual([]);
});

it.each([
  ['no reason', '// Long because\n'],
  ['a reason that stands further up', `${because}\n`],
  ['a reason before the doc comment', `${because}/** What it does. */\n`],
  ['any other comment', '// It is long.\n'],
])('takes %s for none', (_, above) => {
  expect(
    longFunctions(fileOf(mostLines + 1, 'function run() {', '}', above)).map(({ name }) => name),
  ).toEqual(['run']);
});

it.each([
  ['a method', 'class A { run() {', '} }', 'run'],
  ['a constructor', 'class A { constructor() {', '} }', 'constructor'],
  ['a property', 'const a = { run: () => {', '} };', 'run'],
  ['a function in what is returned', 'function f() { return { run() {', '} }; }', 'run'],
])('finds %s inside of something', (_, open, end, name) => {
  const names = longFunctions(fileOf(mostLines + 1, open, end)).map((one) => one.name);
  expect(names).toContain(name);
});

it('does not excuse what is inside by the reason of what is around it', () => {
  const inside = fileOf(mostLines + 1, `${because}function f() { const run = () => {`, '}; }');
  expect(longFunctions(inside)).toEqual([]);
  const deeper = fileOf(mostLines + 1, `${because}function f() {\nreturn { run() {`, '} };\n}');
  expect(longFunctions(deeper).map(({ name }) => name)).toEqual(['run']);
});

it('finds a title on a line of its own, and the reason above the whole', () => {
  const open = `test(\n  'a story',\n  async () => {`;
  expect(longFunctions(fileOf(mostLines + 1, open, '  },\n);'))).toHaveLength(1);
  expect(longFunctions(fileOf(mostLines + 1, open, '  },\n);', because))).toEqual([]);
});

it.each([
  [`describe('x', () => {`],
  [`describe.skip('x', () => {`],
  [`describe.each([1])('x', () => {`],
  [`test.describe('x', () => {`],
])('lets the list of tests off: %s', (open) => {
  expect(longFunctions(fileOf(300, open, '});'))).toEqual([]);
});

it('sees what is too long in a list of tests', () => {
  const list = fileOf(mostLines + 1, `describe('x', () => {\n  test('y', () => {`, '  });\n});');
  expect(longFunctions(list)).toHaveLength(1);
});
