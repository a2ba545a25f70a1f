import { describe, expect, it } from 'vitest';
import { who } from '../../../text/en/problem-text.ts';
import type { ProblemText } from '../../../text/en/problem-text.ts';
import { problems } from '../../../text/en/problems.ts';
import type { OwnRow, Row } from './table/row.ts';
import { allCodes, microsoftRow, rowOf } from './table/table.ts';
import { EvergrantError } from './evergrant-error.ts';

type Sentences = Readonly<Record<string, ProblemText>>;
type Rows = ReadonlyMap<string, OwnRow & Partial<Pick<Row, 'who'>>>;

const rows: Rows = new Map(
  allCodes.map((code) => [code, microsoftRow(code) ?? rowOf(code) ?? {}] as const),
);

/** The differences between the rows of codes and the sentences of the text catalogue. */
function faultsBetween(told: Rows, sentences: Sentences): readonly string[] {
  const codes = new Set([...told.keys(), ...Object.keys(sentences)]);
  return [...codes].flatMap((code) => {
    const row = told.get(code);
    const text = sentences[code];
    if (row === undefined) return [`${code} has no row`];
    if (text === undefined) return [`${code} has no sentence`];
    const named = new Set(row.params ?? []);
    const asked = placeholdersOf(text);
    return [
      ...[...asked]
        .filter((name) => !named.has(name))
        .map((name) => `${code} is not given ${name}`),
      ...[...named].filter((name) => !asked.has(name)).map((name) => `${code} never says ${name}`),
      ...(row.who !== undefined && who[row.who] !== text.who
        ? [`${code} names another actor`]
        : []),
      ...Object.entries(text).flatMap(([part, words]) =>
        words.trim() === '' ? [`${code} has an empty ${part}`] : [],
      ),
    ];
  });
}

function placeholdersOf(text: ProblemText): ReadonlySet<string> {
  const words = Object.values(text).join(' ');
  return new Set([...words.matchAll(/\{\{\s*([\w-]+)/g)].flatMap(([, name]) => name ?? []));
}

describe('the rows of codes and their sentences', () => {
  it('fit each other', () => {
    expect(faultsBetween(rows, problems)).toEqual([]);
  });

  const text: ProblemText = { title: 'a {{host}}', cause: 'b', cure: 'c', who: who.you };
  it.each<readonly [fault: string, told: Rows, sentences: Sentences]>([
    ['a.b has no row', new Map(), { 'a.b': text }],
    ['a.b has no sentence', new Map([['a.b', { params: ['host'] }]]), {}],
    ['a.b is not given host', new Map([['a.b', {}]]), { 'a.b': text }],
    ['a.b never says port', new Map([['a.b', { params: ['host', 'port'] }]]), { 'a.b': text }],
    [
      'a.b names another actor',
      new Map([['a.b', { params: ['host'], who: 'nobody' as const }]]),
      { 'a.b': text },
    ],
    [
      'a.b has an empty cure',
      new Map([['a.b', { params: ['host'] }]]),
      { 'a.b': { ...text, cure: ' ' } },
    ],
  ])('do not when %s', (fault, told, sentences) => {
    expect(faultsBetween(told, sentences)).toEqual([fault]);
  });
});

describe('an error', () => {
  it('takes a code only that has a row, and what its sentences name', () => {
    // @ts-expect-error: no such code
    expect(new EvergrantError('network.ofline', { params: { host: 'x' } }).code).toBeTruthy();
    // @ts-expect-error: its sentences name the host
    expect(new EvergrantError('network.offline').code).toBe('network.offline');
    // @ts-expect-error: its sentences name another parameter
    expect(new EvergrantError('network.offline', { params: { port: 1 } }).code).toBeTruthy();
    expect(new EvergrantError('network.offline', { params: { host: 'x' } }).params).toEqual({
      host: 'x',
    });
  });
});
