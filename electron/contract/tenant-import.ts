import { z } from 'zod';
import { guid, profileId, tenantId } from './ids.ts';
import { problem } from './problem.ts';

/** How long a file may be, in characters of base64: 2 MB, some ten thousand customers. */
const mostCharacters = 2_800_000;

/** A list of customers on its way in. */
export const importFile = z.object({
  /** The file's bytes as base64: how it is encoded and separated is found out by the engine. */
  content: z.base64().max(mostCharacters),
  /** The connector of rows that name none; needed where there are several. */
  profileId: profileId.optional(),
});
export type ImportFile = z.infer<typeof importFile>;

/** What becomes of a row: only `new` ones are added, and none while one is `refused`. */
export const importOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new') }),
  /** The tenant is a customer already; it is left as it is. */
  z.object({ kind: z.literal('alreadyHere'), name: z.string() }),
  /** An earlier line leads to the same tenant. */
  z.object({ kind: z.literal('sameAs'), line: z.number().int() }),
  z.object({ kind: z.literal('refused'), problem }),
]);

export type ImportOutcome = z.infer<typeof importOutcome>;

/** One row of the file, as it was understood. */
export const importRow = z.object({
  /** Where it begins in the file; the first line is 1. */
  line: z.number().int(),
  domainOrId: z.string(),
  /** What the domain leads to; null where it was not looked up or not found. */
  tenantId: tenantId.nullable(),
  alias: z.string().nullable(),
  tags: z.array(z.string()),
  notes: z.string().nullable(),
  /** Name of the connector that it gets; null where that is refused. */
  connector: z.string().nullable(),
  outcome: importOutcome,
});
export type ImportRow = z.infer<typeof importRow>;

/** What the file would add. Kept for a while under its id; nothing is added yet. */
export const importPreview = z.object({
  id: guid,
  encoding: z.enum(['utf-8', 'utf-16', 'windows-1252']),
  separator: z.enum([',', ';', '\t', '|']),
  /** Headings of columns that mean nothing to Evergrant. */
  unusedColumns: z.array(z.string()),
  rows: z.array(importRow),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** The tenants are looked up one after another; the last report is the preview. */
export const importProgress = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('lookingUp'),
    done: z.number().int(),
    total: z.number().int(),
  }),
  z.object({ state: z.literal('ready'), preview: importPreview }),
]);
export type ImportProgress = z.infer<typeof importProgress>;
