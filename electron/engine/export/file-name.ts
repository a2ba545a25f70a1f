/** The parts of an export's file name. */
export interface FileNameParts {
  readonly practice: boolean;
  /** The customer's primary domain or name; null for all customers. */
  readonly customer: string | null;
  readonly what: string;
  readonly at: number;
  readonly ticket: string | undefined;
  readonly extension: string;
}

/**
 * Device names, with any extension, are invalid file names on Windows (learn.microsoft.com, "Naming Files,
 * Paths, and Namespaces").
 */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/**
 * Builds a file name that every system accepts: letters, digits, dots, hyphens and underscores of any script,
 * no device name, under 255 bytes. The time is UTC.
 */
export function fileName(parts: FileNameParts): string {
  const words = [
    parts.practice ? 'PRACTICE' : null,
    parts.customer === null ? 'all-customers' : safe(parts.customer) || 'customer',
    parts.what,
    new Date(parts.at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '') + 'Z',
    safe(parts.ticket ?? '') || null,
  ];
  const name = `${words.filter((word) => word !== null).join('-')}.${parts.extension}`;
  return device.test(name) ? `_${name}` : name;
}

/** In bytes, for each part: most file systems refuse names longer than 255 bytes. */
const mostBytes = 90;

function safe(text: string): string {
  let kept = '';
  for (const letter of text.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')) {
    if (Buffer.byteLength(kept + letter) > mostBytes) break;
    kept += letter;
  }
  return kept.replaceAll(/^[.-]+|[.-]+$/g, '');
}
