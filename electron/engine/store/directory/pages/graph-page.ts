import { z } from 'zod';
import type { Column } from '../write/objects/versions.ts';
import { EvergrantError } from '../../../errors/evergrant-error.ts';

/** A GUID in either case; callers convert it to lower case. */
export const graphId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i);

export const optionalText = z.string().nullish();
export const optionalFlag = z.boolean().nullish();
/** With either reason, `changed` (restorable) or `deleted`, the object no longer exists. */
export const removal = z.object({ reason: z.string().optional() }).optional();

/** The received text, even if null; the known value if the property is missing. */
export function textOr(told: string | null | undefined, known: Column | undefined): string | null {
  return told === undefined ? (typeof known === 'string' ? known : null) : told;
}

/** The received flag in stored form; the known value if the property is missing. */
export function flagOr(told: boolean | null | undefined, known: Column | undefined): number | null {
  if (told === undefined) return numberOrNull(known);
  return told === null ? null : Number(told);
}

export function numberOrNull(known: Column | undefined): number | null {
  return typeof known === 'number' ? known : null;
}

/** A page whose elements have the given shape. */
export function pageOf<T extends z.ZodType>(element: T) {
  return z.object({
    value: z.array(element),
    '@odata.nextLink': z.string().min(1).nullish(),
    '@odata.deltaLink': z.string().min(1).nullish(),
  });
}

/**
 * Parses one page's JSON. The buffer can't be used afterwards.
 *
 * @throws EvergrantError `sync.unreadablePage`; its details name the position, never the value.
 */
export function readPage<T extends z.ZodType>(schema: T, bytes: ArrayBuffer): z.output<T> {
  return readAnswer(schema, readJson(bytes));
}

/** The same for an answer that is already parsed JSON. */
export function readAnswer<T extends z.ZodType>(schema: T, answer: unknown): z.output<T> {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  throw unreadable(result.error);
}

/** Reports where an answer doesn't have the documented shape, never the value there. */
export function unreadable({ issues: [issue] }: z.ZodError): EvergrantError {
  return new EvergrantError('sync.unreadablePage', {
    retry: 'after',
    params: { at: issue?.path.join('.') ?? '', found: issue?.code ?? '' },
  });
}

/** Whether a link's path contains this segment, in either case: Graph also writes `groups/delta()`. */
export function leadsTo(word: string, link: string): boolean {
  const [path = ''] = link.split(/[?#]/);
  return path.toLowerCase().split(/[/(]/).includes(word);
}

/** A page's link leads to a different resource than the page. */
export function linkElsewhere(at: '@odata.nextLink' | '@odata.deltaLink'): EvergrantError {
  return new EvergrantError('sync.unreadablePage', {
    retry: 'after',
    params: { at, found: 'elsewhere' },
  });
}

/**
 * Parses a page's JSON and frees its bytes immediately: if they waited for the garbage collector, a sync
 * would hold tens of megabytes.
 *
 * @throws EvergrantError `sync.unreadablePage`
 */
export function readJson(bytes: ArrayBuffer): unknown {
  const text = new TextDecoder().decode(bytes);
  bytes.transfer(0);
  try {
    return JSON.parse(text);
  } catch {
    throw new EvergrantError('sync.unreadablePage', {
      retry: 'after',
      params: { at: '', found: 'not_json' },
    });
  }
}
