import type { VoiceRule } from './rules.ts';
import type { ReadText } from './texts.ts';

/** A use that is right although a rule forbids it. */
export interface Allowed {
  readonly rule: string;
  /** The beginning of a text's place, or all of it. */
  readonly at: string;
  readonly reason: string;
}

/** The places where a text breaks a rule, one line each: place, word, what to say. */
export function findingsIn(
  texts: readonly ReadText[],
  rules: readonly VoiceRule[],
  allowed: readonly Allowed[] = [],
): readonly string[] {
  return texts.flatMap(({ at, text }) =>
    rules.flatMap(({ name, found, say }) => {
      const [word] = found.exec(text) ?? [];
      if (word === undefined) return [];
      if (allowed.some((one) => one.rule === name && at.startsWith(one.at))) return [];
      return [`${at}: “${word}”: ${say} — ${text}`];
    }),
  );
}
