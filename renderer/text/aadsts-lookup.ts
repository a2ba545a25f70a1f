import type { Text } from './create-text.ts';
import { pagePhrases } from './en/page-phrases.ts';
import { describeProblem, hasWords } from './problem-text.ts';
import type { ProblemWords } from './problem-text.ts';

/** What a Microsoft page means. */
export interface PageMeaning {
  readonly code: string;
  readonly words: ProblemWords;
}

/**
 * Explains what a person reads on a Microsoft page: an AADSTS number, with or without its prefix and
 * inside any sentence, or the page's words. Null where nothing is known: never a guess.
 */
export function explainPage(text: Text, typed: string): PageMeaning | null {
  const number = /(?:AADSTS\s*|^\s*)(\d{4,9})\b/i.exec(typed)?.[1];
  if (number !== undefined) return meaningOf(text, `aadsts.${number}`);
  const words = typed.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ');
  const phrase = pagePhrases.find(([phrase]) => words.includes(phrase));
  return phrase === undefined ? null : meaningOf(text, phrase[1]);
}

function meaningOf(text: Text, code: string): PageMeaning | null {
  return hasWords(text, code) ? { code, words: describeProblem(text, { code, params: {} }) } : null;
}
