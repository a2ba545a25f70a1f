import { expect, it } from 'vitest';
import { createText } from './create-text.ts';
import { escapeDocument, visibleText, visibleValue } from './visible-text.ts';

const hostile = 'Sales\u001b[2J\u0007\r\nResult: Connected\u009b31m\u202Egnp.\u2066\u2028x\u007f';

it('every control character of a value can be seen, and it stays one line', () => {
  expect(visibleValue(hostile)).toBe(
    'Sales␛[2J␇␍␊Result: Connected[U+009B]31m[U+202E]gnp.[U+2066][U+2028]x␡',
  );
  expect(visibleValue('Ünïcode 名前 שם 🎉')).toBe('Ünïcode 名前 שם 🎉');
});

it('at the terminal’s door only our own line breaks and tabs remain', () => {
  const shown = visibleText(`one\n\ttwo${hostile}`);
  expect(shown.replaceAll(/[\n\t]/g, '')).toBe(visibleValue(`onetwo${hostile.replace('\n', '')}`));
  expect(visibleText('one\n\ttwo')).toBe('one\n\ttwo');
});

it('a document escapes what JSON leaves as it is, and means the same', () => {
  const json = escapeDocument(JSON.stringify({ name: hostile }));
  expect(json).toMatch(/^[\u0020-\u007e]+$/);
  expect(JSON.parse(json)).toEqual({ name: hostile });
});

it('what is put into a sentence cannot break out of it', () => {
  const text = createText();
  const said = text.t('cli:tenants.unknown', { query: hostile });
  expect(said).toBe(visibleValue(said));
  expect(said).toContain('␛[2J');
});
