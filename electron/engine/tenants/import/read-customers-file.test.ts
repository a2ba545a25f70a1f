import { describe, expect, test } from 'vitest';
import { readCustomersFile } from './read-customers-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (...lines: string[]) => readCustomersFile(bytes(lines.join('\r\n')));
const faults = (...lines: string[]) =>
  read(...lines).rows.map(({ line, problem }) => [line, problem?.code ?? null]);

describe('a list of customers is read as its spreadsheet wrote it', () => {
  const rows = [
    {
      line: 2,
      domainOrId: 'fabrikam.example',
      alias: 'Fabrikam, Møller & Søn',
      tags: ['gold', 'Dublin'],
      notes: null,
      connector: null,
      problem: null,
    },
  ];
  const text = (separator: string) =>
    `Domain${separator}Alias${separator}Tags\r\n` +
    `fabrikam.example${separator}"Fabrikam, Møller & Søn"${separator}"gold; Dublin"\r\n`;
  const utf16 = (littleEndian: boolean): Uint8Array => {
    const view = new DataView(new ArrayBuffer(text('\t').length * 2 + 2));
    [...`\ufeff${text('\t')}`].forEach((letter, index) =>
      view.setUint16(index * 2, letter.charCodeAt(0), littleEndian),
    );
    return new Uint8Array(view.buffer);
  };

  test.each([
    ['UTF-8', bytes(text(',')), 'utf-8', ','],
    ['UTF-8 with a byte order mark', bytes(`\ufeff${text(';')}`), 'utf-8', ';'],
    ['UTF-16, little-endian', utf16(true), 'utf-16', '\t'],
    ['UTF-16, big-endian', utf16(false), 'utf-16', '\t'],
    ['Windows-1252', Buffer.from(text(';'), 'latin1'), 'windows-1252', ';'],
    ['with a line that names the separator', bytes(`sep=|\r\n${text('|')}`), 'utf-8', '|'],
  ] as const)('%s', (_, file, encoding, separator) => {
    const found = readCustomersFile(file);
    expect(found).toMatchObject({ encoding, separator, unusedColumns: [] });
    const shift = separator === '|' ? 1 : 0;
    expect(found.rows).toEqual(rows.map((row) => ({ ...row, line: row.line + shift })));
  });

  test('Partner Center’s own list: the tenant id counts before the domain, other columns are named', () => {
    const id = 'c0ffee00-0000-4000-8000-000000000001';
    expect(
      read(
        'Microsoft ID,Company name,Primary domain name,Relationship to Partner',
        `${id},Fabrikam,fabrikam.example,Reseller`,
        ',Contoso,contoso.example,Reseller',
      ),
    ).toMatchObject({
      unusedColumns: ['Relationship to Partner'],
      rows: [
        { domainOrId: id, alias: 'Fabrikam' },
        { domainOrId: 'contoso.example', alias: 'Contoso' },
      ],
    });
  });

  test.each([
    ['#TYPE Microsoft.Store.PartnerCenter.PowerShell.Models.Customers.PSCustomer'],
    ['"#TYPE Selected.System.Object"'],
    ['sep=,', '#TYPE System.Object'],
  ])(
    'what Export-Csv of Windows PowerShell writes before the table is passed over: %j',
    (...before) => {
      const { rows: found } = read(...before, '"Domain","Name"', '"fabrikam.example","Fabrikam"');
      expect(found).toMatchObject([
        { line: before.length + 2, domainOrId: 'fabrikam.example', alias: 'Fabrikam' },
      ]);
    },
  );

  const id = '0a1b2c3d-1111-4222-8333-444455556666';
  test.each(['CustomerContextId', 'Customer Tenant ID', 'AAD tenant id', 'Microsoft Customer Id'])(
    'a column of tenant ids is known by the name of a partner tool: %s',
    (heading) => {
      const found = read(`Customer,${heading},Domain`, `Fabrikam,${id},fabrikam.example`);
      expect(found.rows).toMatchObject([{ domainOrId: id, alias: 'Fabrikam' }]);
      expect(found.unusedColumns).toEqual([]);
    },
  );

  test('a column of such a name that holds other numbers is none of tenant ids', () => {
    const lines = ['CustomerContextId,Domain', '4711,fabrikam.example', `${id},contoso.example`];
    expect(read(...lines).rows.map(({ domainOrId }) => domainOrId)).toEqual([
      'fabrikam.example',
      'contoso.example',
    ]);
  });

  test('a name that other tools use too counts only where no domain stands beside it', () => {
    expect(read('Name,CustomerId', `Fabrikam,${id}`).rows).toMatchObject([{ domainOrId: id }]);
    expect(read('Domain,CustomerId', `fabrikam.example,${id}`).rows).toMatchObject([
      { domainOrId: 'fabrikam.example' },
    ]);
  });

  test('one domain on each line needs no heading', () => {
    expect(read('fabrikam.example', '', 'contoso.example').rows).toMatchObject([
      { line: 1, domainOrId: 'fabrikam.example' },
      { line: 3, domainOrId: 'contoso.example' },
    ]);
  });
});

describe('what is wrong is said with the line on which it stands', () => {
  test('after notes of several lines and empty lines the lines are still those of the file', () => {
    expect(
      faults(
        'domain,notes',
        'one.example,"first\nsecond\nthird"',
        '',
        ',"no domain"',
        'two.example,fine',
      ),
    ).toEqual([
      [2, null],
      [6, 'import.noDomain'],
      [7, null],
    ]);
  });

  test.each([
    ['a comma in a cell without quotation marks', 'a.example,Fabrikam, Inc.', 'import.extraCells'],
    ['a name of 121 letters', `a.example,${'x'.repeat(121)}`, 'import.aliasTooLong'],
  ])('%s', (_, row, code) => {
    expect(faults('domain,alias', row)).toEqual([[2, code]]);
  });

  test('tags and notes beyond their bounds', () => {
    const tags = Array.from({ length: 21 }, (_, index) => `tag${index}`).join('|');
    expect(
      faults(
        'domain,tags,notes',
        `a.example,${'x'.repeat(41)},`,
        `b.example,${tags},`,
        `c.example,gold,${'x'.repeat(4001)}`,
      ),
    ).toEqual([
      [2, 'import.tagsTooMany'],
      [3, 'import.tagsTooMany'],
      [4, 'import.notesTooLong'],
    ]);
  });

  test.each([
    ['an empty file', '', 'import.empty'],
    ['headings alone', 'domain,alias', 'import.empty'],
    ['no column of domains', 'name,phone\r\nFabrikam,12', 'import.noDomainColumn'],
    ['a quotation mark without end', 'domain,notes\r\na.example,"oh', 'import.notSeparated'],
    ['too many', `domain\r\n${'a.example\r\n'.repeat(5001)}`, 'import.tooManyRows'],
  ])('%s', (_, text, code) => {
    expect(() => readCustomersFile(bytes(text))).toThrow(code);
  });
});
