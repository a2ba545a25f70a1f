import { createHash } from 'node:crypto';
import { z } from 'zod';

const sample = z.object({
  source: z.string(),
  status: z.number().nullable(),
  response: z.unknown(),
});

/** Samples that a test requests by name; failures among the others are stored for their codes. */
const askedFor =
  /^(?:group-delta|delta-query-groups|delta-query-users|user-delta|user-get-01|serviceprincipal-list-approleassignments|serviceprincipal-list-oauth2permissiongrants|oauth2permissiongrant-list|advanced-query-error)/;

/** Reduces a documented answer to its status and body, with sentences replaced. */
export function sampleFacts(name: string, from: unknown): object | null {
  const { source, status, response } = sample.parse(from);
  if (!askedFor.test(name) && (status === null || status < 400)) return null;
  return { source, status, response: withoutSentences(response) };
}

/** The fingerprint that replaces a sentence of Microsoft's, so that a test can compare without the text. */
export function fingerprint(sentence: string): string {
  return `sha256:${createHash('sha256').update(sentence).digest('hex')}`;
}

function withoutSentences(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => {
      if (typeof inner !== 'string') return inner;
      if (key === 'description') return 'description-value';
      if (key === 'message') return fingerprint(inner);
      if (key !== 'error_description') return inner;
      const code = /^AADSTS\d+: /.exec(inner)?.[0] ?? '';
      return code + fingerprint(inner);
    }),
  );
}

const codeTable = z.object({ codes: z.array(z.object({ code: z.string(), retry: z.string() })) });

/** Entra's error numbers with the letter that says whether a retry helps. */
export function codeFacts(from: unknown): Record<string, string> {
  const rows = codeTable
    .parse(from)
    .codes.flatMap(({ code, retry }) =>
      (code.match(/\d+/g) ?? []).map((number) => [number, retry] as const),
    );
  return Object.fromEntries(rows.sort(([a], [b]) => Number(a) - Number(b)));
}
