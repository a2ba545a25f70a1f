/** Quotes, brackets and closing punctuation that are copied together with a word. */
const opening = '"\'`\u2018-\u201f\u00ab\u2039(\\[{<';
const closing = '"\'`\u2018-\u201f\u00bb\u203a)\\]}>.,;:!?\u2026';
const around = new RegExp(`^[\\s${opening}]+|[\\s${closing}]+$`, 'gu');

/**
 * A pasted word without format characters (such as U+200E before a name that Windows shows) and
 * surrounding punctuation.
 */
export function tidyPasted(text: string): string {
  return text.replaceAll(/\p{Cf}/gu, '').replaceAll(around, '');
}

/** A text in which invisible characters are made visible: `U+200E` in brackets for the character. */
export function withInvisible(text: string): string {
  return text.replaceAll(
    /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\u00a0\u115f\u1160\u2000-\u200a\u202f\u205f\u3000\u3164]/gu,
    (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}
