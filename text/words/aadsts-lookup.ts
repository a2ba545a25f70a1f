import type { Problem } from '../../electron/contract/problem.ts';
import type { Text } from '../create-text.ts';
import { pagePhrases } from '../en/page-phrases.ts';
import { describeProblem, hasWords } from './problem-text.ts';
import type { ProblemWords } from './problem-text.ts';

/** What a Microsoft page means. */
export interface PageMeaning {
  readonly code: string;
  readonly params: Problem['params'];
  readonly words: ProblemWords;
}

/**
 * Explains what a person reads on a Microsoft page: an AADSTS number, with or without its prefix and inside
 * any sentence, or the page's words. For a number without words in Evergrant, says so and where to look it
 * up; null if nothing is recognized: never a guess.
 */
export function explainPage(text: Text, typed: string): PageMeaning | null {
  const number = /(?:AADSTS\s*|^\s*)(\d{4,9})\b/i.exec(typed)?.[1];
  // Numbers of other problems can precede this word, which identifies the actual problem.
  if (/\bunmanaged\b/i.test(typed)) return meaningOf(text, 'tenant.unmanaged', {});
  if (number !== undefined) {
    const code = `aadsts.${number}`;
    return hasWords(code)
      ? meaningOf(text, code, {})
      : meaningOf(text, 'aadsts.unknown', { number });
  }
  const words = typed.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ');
  const phrase = pagePhrases.find(([phrase]) => words.includes(phrase));
  return phrase === undefined ? null : meaningOf(text, phrase[1], {});
}

function meaningOf(text: Text, code: string, params: Problem['params']): PageMeaning {
  return { code, params, words: describeProblem(text, { code, params }) };
}
