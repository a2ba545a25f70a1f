import { expect, test } from 'vitest';
import { createText } from '../create-text.ts';
import { refusedEntry } from './typed-words.ts';

const text = createText();

test('a refused entry is shown where it has characters that no screen shows', () => {
  expect(refusedEntry(text, 'Not an id.', ' 1234 ')).toBe('Not an id.');
  expect(refusedEntry(text, 'Not an id.', '12\u00a034\u200b')).toBe(
    'Not an id. You entered: 12[U+00A0]34[U+200B]',
  );
});
