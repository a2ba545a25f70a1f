import fc from 'fast-check';
import { expect, test } from 'vitest';
import { peekNextLink } from './peek-next-link.ts';

const bytes = (text: string): ArrayBuffer => {
  const { buffer, byteOffset, byteLength } = new TextEncoder().encode(text);
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
};
const link = 'https://graph.test/v1.0/groups/delta?$skiptoken=a"b\\c';

test('the link is found before and after the values, with and without spaces', () => {
  const value = [{ displayName: 'Sales' }];
  const pages = [
    { '@odata.nextLink': link, value },
    { value, '@odata.nextLink': link },
  ];
  for (const page of pages) {
    expect(peekNextLink(bytes(JSON.stringify(page)))).toBe(link);
    expect(peekNextLink(bytes(JSON.stringify(page, null, 2)))).toBe(link);
  }
});

test('a last page, an empty answer and half an answer have none', () => {
  for (const text of ['', '{}', '{"@odata.nextLink"', '{"@odata.nextLink": "https://graph']) {
    expect(peekNextLink(bytes(text))).toBe(null);
  }
});

test('no text of a customer is taken for the link', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('@odata.nextLink', '"@odata.nextLink":"https://hostile.test"', '\\"', '"'),
  );
  fc.assert(
    fc.property(fc.array(fc.record({ displayName: text, description: text })), (value) => {
      expect(peekNextLink(bytes(JSON.stringify({ value })))).toBe(null);
      const page = { value, '@odata.nextLink': link };
      expect(peekNextLink(bytes(JSON.stringify(page)))).toBe(link);
    }),
  );
});
