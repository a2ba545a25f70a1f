/**
 * Characters that move, color, hide or reverse the text next to them: C0 and C1 controls, DEL,
 * Unicode's line and paragraph separators, and its bidirectional controls (UAX #9).
 */
const controls = /[\p{Cc}\u2028\u2029\p{Bidi_Control}]/gu;

/** The same without the two characters that lay out our own text. */
const controlsInText = /(?![\n\t])[\p{Cc}\u2028\u2029\p{Bidi_Control}]/gu;

/**
 * A value from outside as one line in which every control character is visible: a name can then neither forge
 * a line nor send control sequences to a terminal. `ESC` becomes `␛`, a line break `␊`, U+202E `[U+202E]`.
 */
export function visibleValue(value: string): string {
  return value.replaceAll(controls, visible);
}

/**
 * The last filter before a terminal: as `visibleValue`, but keeps line breaks and tabs, which are our own
 * layout.
 */
export function visibleText(text: string): string {
  return text.replaceAll(controlsInText, visible);
}

/** JSON in which every control character is escaped: RFC 8259 requires it only below U+0020. */
export function escapeDocument(json: string): string {
  return json.replaceAll(
    controls,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Unicode has symbols for the C0 controls and DEL; the others are named. */
function visible(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}
