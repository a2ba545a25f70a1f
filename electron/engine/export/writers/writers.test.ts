import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { ExportRow, ExportTable } from '../table.ts';
import { writeCsv } from './csv.ts';
import { writeJsonLines } from './json-lines.ts';
import { writeXlsx } from './xlsx.ts';

const columns = ['name', 'note', 'members', 'complete'];

function tableOf(rows: readonly ExportRow[], windowSize = 3): ExportTable {
  async function* batches(): AsyncGenerator<readonly ExportRow[]> {
    for (let at = 0; at < rows.length; at += windowSize) yield rows.slice(at, at + windowSize);
  }
  return { columns, totalRows: rows.length, batches: batches() };
}

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const rowsOf = (text: fc.Arbitrary<string>) =>
  fc.array(fc.record({ name: text, note: text, members: fc.nat(), complete: fc.boolean() }), {
    maxLength: 10,
  });
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', ';', "'", '=', '@', '\t', 'é', '🎉') }),
);
/** Parses CSV as spreadsheets and Python do: any line break outside quotes ends a row. */
const readCsv = (bytes: Buffer): string[][] =>
  parse(bytes, { bom: true, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: false });

const formulas = ['=1+1', '+cmd', '-2+3', '@SUM(1)', '\t=1', '\r=1', '＝1+1'];

describe('CSV', () => {
  it('gives back every cell that was written', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(anyText), async (rows) => {
        const read = readCsv(await whole(writeCsv(tableOf(rows))));
        const safe = (cell: string): string =>
          /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
        expect(read).toEqual([
          columns,
          ...rows.map((row) => [
            safe(row.name),
            safe(row.note),
            String(row.members),
            String(row.complete),
          ]),
        ]);
      }),
    );
  });

  it('begins with a byte order mark, ends every line with CRLF, and doubles quotes', async () => {
    const bytes = await whole(
      writeCsv(tableOf([{ name: 'a "b", c', note: null, members: 1, complete: true }])),
    );
    expect(bytes.toString('utf8')).toBe(
      '\uFEFFname,note,members,complete\r\n"a ""b"", c",,1,true\r\n',
    );
  });

  it.each(formulas)('keeps %j a text', async (name) => {
    const row = { name, note: null, members: 0, complete: true };
    const read = readCsv(await whole(writeCsv(tableOf([row]))));
    expect(read[1]?.[0]).toBe(`'${name}`);
  });

  it('joins a list', async () => {
    const row = { name: ['dynamic', 'team'], note: [], members: 0, complete: true };
    const read = readCsv(await whole(writeCsv(tableOf([row]))));
    expect(read[1]).toEqual(['dynamic; team', '', '0', 'true']);
  });
});

describe('JSON Lines', () => {
  it('gives back every value as it was, one object a line', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(anyText), async (rows) => {
        const text = (await whole(writeJsonLines(tableOf(rows)))).toString('utf8');
        expect(text === '' || text.endsWith('\n')).toBe(true);
        const read = text.split('\n').slice(0, -1);
        expect(read.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
      }),
    );
  });

  it('names every column in every line, so that a lack is seen', async () => {
    const text = (await whole(writeJsonLines(tableOf([{ name: '=1+1' }])))).toString('utf8');
    expect(text).toBe('{"name":"=1+1","note":null,"members":null,"complete":null}\n');
  });
});

describe('Excel', () => {
  it('gives back every cell that was written, texts as texts', async () => {
    const printable = anyText.filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
    await fc.assert(
      fc.asyncProperty(rowsOf(printable), async (rows) => {
        const { sheets } = await readXlsx(await whole(writeXlsx(tableOf(rows), 'groups')));
        const cells = (sheets[0]?.rows ?? []).map((row) =>
          columns.map((_, index) => row[index] ?? ''),
        );
        expect(cells).toEqual([
          columns,
          ...rows.map((row) => [row.name, row.note, row.members, row.complete]),
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it.each(formulas)('keeps %j a text', async (name) => {
    const row = { name, note: null, members: 0, complete: true };
    const file = await whole(writeXlsx(tableOf([row]), 'groups'));
    const { sheets } = await readXlsx(file);
    expect(sheets[0]?.rows[1]?.[0]).toBe(name);
    expect(sheets[0]?.cells?.get('1,0')?.formula).toBeUndefined();
  });

  it('names the sheet', async () => {
    const { sheets } = await readXlsx(await whole(writeXlsx(tableOf([]), 'PRACTICE groups')));
    expect(sheets.map(({ name }) => name)).toEqual(['PRACTICE groups']);
  });
});

describe('every format', () => {
  it.each([
    ['CSV', writeCsv],
    ['JSON Lines', writeJsonLines],
    ['Excel', (table: ExportTable) => writeXlsx(table, 'groups')],
  ])(
    '%s reads no further than its bytes are taken, and ends with the rows’ failure',
    async (_, write) => {
      let read = 0;
      async function* batches(): AsyncGenerator<readonly ExportRow[]> {
        for (;;) {
          read += 1;
          if (read === 400) throw new Error('the rows broke off');
          const noise = Array.from({ length: 200 }, (__, at) => ({ name: `${read} ${at * 7919}` }));
          yield noise;
        }
      }
      const bytes = write({ columns, totalRows: null, batches: batches() })[Symbol.asyncIterator]();
      await bytes.next();
      expect(read).toBeLessThan(100);
      await expect(
        (async () => {
          for (let next = await bytes.next(); !next.done; next = await bytes.next());
        })(),
      ).rejects.toThrow('the rows broke off');
    },
  );
});
