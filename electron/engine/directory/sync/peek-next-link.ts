const property = Buffer.from('"@odata.nextLink"');
const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const blanks: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * A page's nextLink, found in its bytes without parsing them, so that the next page can be requested while
 * this one waits for the writer's thread. A guess that the parsed page must confirm; null when there is none.
 *
 * Quotes in a JSON string are escaped, so the property's name with both quotes can only be a property name,
 * or a whole string, which is not followed by a colon.
 */
export function peekNextLink(page: ArrayBuffer): string | null {
  const bytes = Buffer.from(page);
  for (
    let at = bytes.indexOf(property);
    at !== -1;
    at = bytes.indexOf(property, at + property.length)
  ) {
    let place = skipBlanks(bytes, at + property.length);
    if (bytes[place] !== colon) continue;
    place = skipBlanks(bytes, place + 1);
    if (bytes[place] !== quote) continue;
    const end = endOfString(bytes, place);
    if (end !== null) return parseText(bytes.toString('utf8', place, end));
  }
  return null;
}

function skipBlanks(bytes: Buffer, from: number): number {
  let place = from;
  while (blanks.has(bytes[place] ?? 0)) place += 1;
  return place;
}

function endOfString(bytes: Buffer, start: number): number | null {
  for (let place = start + 1; place < bytes.length; place += 1) {
    if (bytes[place] === backslash) place += 1;
    else if (bytes[place] === quote) return place + 1;
  }
  return null;
}

function parseText(json: string): string | null {
  try {
    const text: unknown = JSON.parse(json);
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}
