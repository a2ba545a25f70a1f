import { z } from 'zod';
import { guid, profileId, tenantId } from './ids.ts';
import { problem } from './problem.ts';

/** The maximum length of a file, in characters of base64: 2 MB, about ten thousand customers. */
const mostCharacters = 2_800_000;

/** An import of a list of customers. */
export const importFile = z.object({
  /** The file's bytes as base64: the engine detects its encoding and separator. */
  content: z.base64().max(mostCharacters),
  /** The connector of rows that name none; required if there are several connectors. */
  profileId: profileId.optional(),
});
export type ImportFile = z.infer<typeof importFile>;

/** The result of a row: only `new` ones are added, and none while one is `refused`. */
export const importOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new') }),
  /** The tenant is already a customer; it is not changed. */
  z.object({ kind: z.literal('alreadyHere'), name: z.string() }),
  /** An earlier line has the same tenant. */
  z.object({ kind: z.literal('sameAs'), line: z.number().int() }),
  z.object({ kind: z.literal('refused'), problem }),
]);

export type ImportOutcome = z.infer<typeof importOutcome>;

/** One parsed row of the file. */
export const importRow = z.object({
  /** The row's first line in the file; the first line is 1. */
  line: z.number().int(),
  domainOrId: z.string(),
  /** The tenant of the domain; null if it was not looked up or not found. */
  tenantId: tenantId.nullable(),
  alias: z.string().nullable(),
  tags: z.array(z.string()),
  notes: z.string().nullable(),
  /** The name of the row's connector; null if it is refused. */
  connector: z.string().nullable(),
  outcome: importOutcome,
});
export type ImportRow = z.infer<typeof importRow>;

/** What an import would add. Stored for a while under its ID; nothing is added yet. */
export const importPreview = z.object({
  id: guid,
  encoding: z.enum(['utf-8', 'utf-16', 'windows-1252']),
  separator: z.enum([',', ';', '\t', '|']),
  /** Headings of columns that Evergrant does not recognize. */
  unusedColumns: z.array(z.string()),
  rows: z.array(importRow),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** Progress of the look-ups; the last report is the preview. */
export const importProgress = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('lookingUp'),
    done: z.number().int(),
    total: z.number().int(),
  }),
  z.object({ state: z.literal('ready'), preview: importPreview }),
]);
export type ImportProgress = z.infer<typeof importProgress>;
