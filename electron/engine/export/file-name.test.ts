import { expect, it } from 'vitest';
import { fileName } from './file-name.ts';

const parts = {
  practice: false,
  customer: 'fabrikam.example',
  what: 'groups',
  at: Date.UTC(2026, 10, 25, 18, 4, 5),
  ticket: undefined,
  extension: 'csv',
};

it.each([
  [{}, 'fabrikam.example-groups-20261125T180405Z.csv'],
  [{ practice: true }, 'PRACTICE-fabrikam.example-groups-20261125T180405Z.csv'],
  [{ customer: null }, 'all-customers-groups-20261125T180405Z.csv'],
  [{ ticket: 'INC 1/2' }, 'fabrikam.example-groups-20261125T180405Z-INC-1-2.csv'],
  [{ customer: 'con.example' }, '_con.example-groups-20261125T180405Z.csv'],
  [{ customer: '../..\\etc:*?' }, 'etc-groups-20261125T180405Z.csv'],
  [{ customer: '\u202Egnp' }, 'gnp-groups-20261125T180405Z.csv'],
])('%j is %s', (changes, expected) => {
  expect(fileName({ ...parts, ...changes })).toBe(expected);
});

it('stays under what file systems take', () => {
  const name = fileName({ ...parts, customer: '漢'.repeat(300), ticket: '🎉é'.repeat(60) });
  expect(Buffer.byteLength(name)).toBeLessThan(255);
});
