import { expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const text = 'Zürich \u2013 -----BEGIN\r\n';
const le = Buffer.from(text, 'utf16le');
const be = Buffer.from(le).swap16();
const mark = '\ufeff';

it.each([
  ['UTF-8', Buffer.from(text), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(mark + text), 'utf-8'],
  ['UTF-16, little end first', Buffer.from(mark + text, 'utf16le'), 'utf-16'],
  ['UTF-16, big end first', Buffer.from(mark + text, 'utf16le').swap16(), 'utf-16'],
  ['UTF-16 without a mark', le, 'utf-16'],
  ['UTF-16 without a mark, big end first', be, 'utf-16'],
  ['Windows-1252', Buffer.from('Z\xfcrich \x96 -----BEGIN\r\n', 'latin1'), 'windows-1252'],
])('reads %s', (_, bytes, encoding) => {
  expect(decodeText(bytes)).toEqual({ text, encoding });
});

it('reads an empty file', () => {
  expect(decodeText(Buffer.alloc(0)).text).toBe('');
});
