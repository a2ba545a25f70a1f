import { z } from 'zod';
import type { Column } from '../write/objects/versions.ts';
import { EvergrantError } from '../../../errors/evergrant-error.ts';

/** A GUID in either case; lower-cased where it is taken over. */
export const graphId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i);

export const optionalText = z.string().nullish();
export const optionalFlag = z.boolean().nullish();
/** Whatever the reason, `changed` (restorable) or `deleted`: the object is no longer there. */
export const removal = z.object({ reason: z.string().optional() }).optional();

/** A text that came, null included; as it was where it did not. */
export function textOr(told: string | null | undefined, known: Column | undefined): string | null {
  return told === undefined ? (typeof known === 'string' ? known : null) : told;
}

/** A flag that came, as the store keeps it; as it was where it did not. */
export function flagOr(told: boolean | null | undefined, known: Column | undefined): number | null {
  if (told === undefined) return numberOrNull(known);
  return told === null ? null : Number(told);
}

export function numberOrNull(known: Column | undefined): number | null {
  return typeof known === 'number' ? known : null;
}

/** A page whose elements have the given shape (entra-graph §4.4, §4.5). */
export function pageOf<T extends z.ZodType>(element: T) {
  return z.object({
    value: z.array(element),
    '@odata.nextLink': z.string().min(1).nullish(),
    '@odata.deltaLink': z.string().min(1).nullish(),
  });
}

/**
 * One page's JSON in its shape. The bytes are used up.
 *
 * @throws EvergrantError `sync.unreadablePage`; its details name the place, never the value.
 */
export function readPage<T extends z.ZodType>(schema: T, bytes: ArrayBuffer): z.output<T> {
  return readAnswer(schema, readJson(bytes));
}

/** The same for an answer that has been parsed as JSON. */
export function readAnswer<T extends z.ZodType>(schema: T, answer: unknown): z.output<T> {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  throw unreadable(result.error);
}

/** Where an answer has not the documented shape; never what stands there. */
export function unreadable({ issues: [issue] }: z.ZodError): EvergrantError {
  return new EvergrantError('sync.unreadablePage', {
    retry: 'after',
    params: { at: issue?.path.join('.') ?? '', found: issue?.code ?? '' },
  });
}

/** Whether a link's path has this word as a part, in either case: Graph writes `groups/delta()` as well. */
export function leadsTo(word: string, link: string): boolean {
  const [path = ''] = link.split(/[?#]/);
  return path.toLowerCase().split(/[/(]/).includes(word);
}

/** A link of a page that leads to something else than the rest of the page. */
export function linkElsewhere(at: '@odata.nextLink' | '@odata.deltaLink'): EvergrantError {
  return new EvergrantError('sync.unreadablePage', {
    retry: 'after',
    params: { at, found: 'elsewhere' },
  });
}

/**
 * A page's JSON. The bytes are given back at once: waiting for the collector, a sync would hold tens of
 * megabytes of them.
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
