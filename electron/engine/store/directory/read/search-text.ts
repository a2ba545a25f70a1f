/**
 * A name as it is sorted and as a prefix of it is searched: without case and accents.
 *
 * Code-point order of this form is the same on every machine, which a locale's order is not.
 */
export function sortName(name: string): string {
  return fold(name).trimStart();
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** How a typed text is looked for. */
export type TextSearch =
  | { readonly kind: 'all' }
  /** Names that begin so: `from` inclusive, `to` exclusive. */
  | { readonly kind: 'prefix'; readonly from: string; readonly to: string }
  /** An FTS5 MATCH expression in which nothing of what was typed is an operator. */
  | { readonly kind: 'match'; readonly expression: string };

/** The trigram index knows nothing shorter. */
const trigramLength = 3;

/**
 * Decides how to look for a text: from three characters on anywhere in the fields, below that at
 * the beginning of the name. Words of three characters and more are looked for each by itself, in
 * any order; where one is shorter, the text as a whole.
 */
export function textSearch(typed: string): TextSearch {
  const text = typed.trim().replaceAll(/\s+/g, ' ').replaceAll('\0', '');
  if (text === '') return { kind: 'all' };
  if (lengthOf(text) < trigramLength) {
    const from = fold(text);
    return { kind: 'prefix', from, to: `${from}\u{10FFFF}` };
  }
  const words = text.split(' ');
  const terms = words.every((word) => lengthOf(word) >= trigramLength) ? words : [text];
  return { kind: 'match', expression: terms.map(quoted).join(' AND ') };
}

function lengthOf(text: string): number {
  return [...text].length;
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}
