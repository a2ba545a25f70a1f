/** The encoding of a text file, as its bytes show it. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
}

/**
 * Reads the bytes of a text file: by its byte order mark, which is not part of the text, or by the
 * zeros that UTF-16 has next to every ASCII letter; otherwise as UTF-8, and if that fails as
 * Windows-1252, which spreadsheets in Western Europe and America write as plain "CSV".
 *
 * Source: encoding.spec.whatwg.org §6 (BOM sniffing).
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first !== undefined && first !== 0 && second === 0) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  }
  if (first === 0 && second !== undefined && second !== 0) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  }
  if (first === 0xff && second === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  }
  if (first === 0xfe && second === 0xff) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}
