import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const folder = resolve(import.meta.dirname, '../fixtures/microsoft');
const read = (name: string): unknown => JSON.parse(readFileSync(resolve(folder, name), 'utf8'));

const sample = z.object({ status: z.number().nullable(), response: z.unknown() });

/** An answer that Microsoft documents; its sentences are replaced by fingerprints. */
export type MicrosoftSample = z.infer<typeof sample>;

/** What Microsoft's description of Graph says about paths, query parameters and answers. */
export const graphDescriptionFacts = (): unknown => read('graph-description.json');

/** Documented answers by name. */
export const microsoftSamples: Readonly<Record<string, MicrosoftSample>> = z
  .record(z.string(), sample)
  .parse(read('samples.json'));

/** Entra error numbers with the letter that says whether a retry helps. */
export const entraCodes: Readonly<Record<string, string>> = z
  .record(z.string(), z.string())
  .parse(read('entra-codes.json'));
