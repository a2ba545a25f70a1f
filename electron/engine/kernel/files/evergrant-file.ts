import { z } from 'zod';
import { EvergrantError } from '../../errors/evergrant-error.ts';

/** Evergrant's own JSON files of one kind, which colleagues send each other. */
export interface EvergrantFile<T> {
  /** What stands in the file's `evergrant`. */
  readonly kind: string;
  /** The version that is written here, and the newest that is read. */
  readonly version: number;
  readonly schema: z.ZodType<T>;
  /** How the codes of its refusals begin. */
  readonly problems: 'profile.file' | 'reset.file';
}

/** What a custom cloud is called in one; its bounds are those of the cloud's own file. */
export const cloudLabelInFile = z.string().trim().min(1).max(120);

/** Control characters but tab and line break, and what turns the direction of text. */
const unseen = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu;

/** The file's text: JSON that a person can read, with nothing in it that a terminal or a screen would obey. */
export function writeEvergrantFile(file: object): string {
  const seen = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? value.replaceAll(unseen, ' ').trim() : value;
  return `${JSON.stringify(file, seen, 2)}\n`;
}

/** The path of the first text that holds what {@link writeEvergrantFile} never writes; null where there is none. */
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
 * Reads one.
 *
 * Errors, each after its kind's beginning: `NotOurs`, `Newer`, `Damaged` with the place that is not as it
 * must be, `Practice` when it comes from the other of real and Practice.
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
 * A name for one: letters and digits of any script, since the rest would trouble one system or another,
 * and before them PRACTICE where it comes from there.
 */
export function evergrantFileName(name: string, ending: string, practice: boolean): string {
  const safe = name.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const words = safe.replaceAll(/^-+|-+$/g, '').slice(0, 60);
  return `${practice ? 'PRACTICE-' : ''}${words || 'evergrant'}.${ending}`;
}

/** Any file of Evergrant's that says so, of whatever version. */
const anyVersion = z.object({ evergrant: z.string(), version: z.number().int() });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
