import { z } from 'zod';
import { EvergrantError } from '../../errors/evergrant-error.ts';

/** One kind of Evergrant's own JSON files, for sending to colleagues. */
export interface EvergrantFile<T> {
  /** The value of the file's `evergrant` property. */
  readonly kind: string;
  /** The version that Evergrant writes, and the newest that it reads. */
  readonly version: number;
  readonly schema: z.ZodType<T>;
  /** The prefix of its error codes. */
  readonly problems: 'profile.file' | 'reset.file';
}

/** The name of a custom cloud in such a file; its limits are those of the cloud's own file. */
export const cloudLabelInFile = z.string().trim().min(1).max(120);

/** Control characters except tab and line break, and characters that change the direction of text. */
const unseen = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu;

/** The file's text: readable JSON without characters that a terminal or a screen would interpret. */
export function writeEvergrantFile(file: object): string {
  const seen = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? value.replaceAll(unseen, ' ').trim() : value;
  return `${JSON.stringify(file, seen, 2)}\n`;
}

/**
 * The path of the first string with characters that {@link writeEvergrantFile} never writes; null
 * when there is none.
 */
function findUnseen(value: unknown): readonly string[] | null {
  if (typeof value === 'string') return value.search(unseen) === -1 ? null : [];
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const path = findUnseen(inner);
    if (path !== null) return [name, ...path];
  }
  return null;
}

/**
 * Reads a file of this kind.
 *
 * Errors, each after the kind's prefix: `NotOurs`, `Newer`, `Damaged` with the path of the invalid
 * value, `Practice` when a file from Practice meets real data or the reverse.
 */
export function readEvergrantFile<T extends { readonly workspace?: 'PRACTICE' | undefined }>(
  { kind, version: known, schema, problems }: EvergrantFile<T>,
  text: string,
  practice: boolean,
): T {
  const json = jsonOf(text);
  const ours = anyVersion.safeParse(json);
  if (!ours.success || ours.data.evergrant !== kind) throw new EvergrantError(`${problems}NotOurs`);
  const { version } = ours.data;
  if (version > known) {
    throw new EvergrantError(`${problems}Newer`, { params: { version, known } });
  }
  const parsed = schema.safeParse(json);
  const damage = parsed.success ? findUnseen(parsed.data) : (parsed.error.issues[0]?.path ?? []);
  if (!parsed.success || damage !== null) {
    const where = damage?.join('.') ?? '';
    throw new EvergrantError(`${problems}Damaged`, { params: { where } });
  }
  if ((parsed.data.workspace === 'PRACTICE') !== practice) {
    throw new EvergrantError(`${problems}Practice`);
  }
  return parsed.data;
}

/**
 * The file's name: letters and digits of any script, because other characters cause trouble on some
 * systems; files from Practice start with PRACTICE.
 */
export function evergrantFileName(name: string, ending: string, practice: boolean): string {
  const safe = name.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const words = safe.replaceAll(/^-+|-+$/g, '').slice(0, 60);
  return `${practice ? 'PRACTICE-' : ''}${words || 'evergrant'}.${ending}`;
}

/** Matches any Evergrant file, of any version. */
const anyVersion = z.object({ evergrant: z.string(), version: z.number().int() });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
