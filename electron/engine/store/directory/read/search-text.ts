/**
 * The form of a name for sorting and for prefix search: without case and accents.
 *
 * Unlike a locale's order, code-point order of this form is the same on every machine.
 */
export function sortName(name: string): string {
  return fold(name).trimStart();
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** How a typed text is searched for. */
export type TextSearch =
  | { readonly kind: 'all' }
  /** Names with this prefix: `from` inclusive, `to` exclusive. */
  | { readonly kind: 'prefix'; readonly from: string; readonly to: string }
  /** An FTS5 MATCH expression in which no typed text acts as an operator. */
  | { readonly kind: 'match'; readonly expression: string };

/** The trigram index can't find shorter texts. */
const trigramLength = 3;

/**
 * Decides how to search for a text: with three or more characters anywhere in the fields, otherwise at the
 * beginning of the name. If every word has three or more characters, each is searched separately, in any
 * order; otherwise the text as a whole.
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
