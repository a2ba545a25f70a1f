import { badRequest } from './graph-error.ts';

export type FilterToken =
  | { readonly type: 'word' | 'punctuation'; readonly text: string }
  | { readonly type: 'value'; readonly value: string | number | boolean | null };

const pattern =
  /\s*(?:'((?:[^']|'')*)'|(-?\d[\w:.+-]*|[0-9a-f]{8}-[0-9a-f-]{27})|([A-Za-z_@][\w@.]*(?:\/[A-Za-z_$][\w$.]*)*)|([(),:]))/iy;

const literals = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Splits a `$filter` text into tokens; single quotes inside values are doubled. */
export function filterTokens(text: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  pattern.lastIndex = 0;
  const end = text.trimEnd().length;
  while (pattern.lastIndex < end) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) throw badRequest(`Invalid filter clause: syntax error at position ${at}.`);
    const [, quoted, bare, word, punctuation] = match;
    if (quoted !== undefined) tokens.push({ type: 'value', value: quoted.replaceAll("''", "'") });
    else if (bare !== undefined)
      tokens.push({ type: 'value', value: /^-?\d+$/.test(bare) ? Number(bare) : bare });
    else if (word !== undefined) {
      const literal = literals.get(word.toLowerCase());
      tokens.push(
        literal === undefined ? { type: 'word', text: word } : { type: 'value', value: literal },
      );
    } else if (punctuation !== undefined) tokens.push({ type: 'punctuation', text: punctuation });
  }
  return tokens;
}
