import { z } from 'zod';
import { EvergrantError } from '../errors/evergrant-error.ts';

/** A batch part that may be sent: a plain read by a relative address, without a body. */
const readPart = z.strictObject({
  id: z.string().min(1),
  method: z.literal('GET'),
  url: z.string().refine(isRelativeRead),
  headers: z.partialRecord(z.enum(['ConsistencyLevel', 'Prefer', 'Accept']), z.string()).optional(),
  dependsOn: z.array(z.string()).optional(),
});
const readBatch = z.strictObject({ requests: z.array(readPart).min(1).max(20) });

function isRelativeRead(url: string): boolean {
  const base = 'https://graph.invalid';
  const isPath = url.startsWith('/') && !url.startsWith('//') && !url.includes('\\');
  if (!isPath || !URL.canParse(`${base}/v1.0${url}`)) return false;
  const resolved = new URL(`${base}/v1.0${url}`);
  return (
    resolved.origin === base &&
    resolved.pathname.startsWith('/v1.0/') &&
    !/^\/v1\.0\/\$batch/i.test(resolved.pathname)
  );
}

/**
 * The body of a `$batch` whose every part is a GET, rewritten from the parsed parts: if a key occurs twice in
 * the text, Graph receives the value that was checked.
 *
 * Errors: `guard.batch`. Source: learn.microsoft.com/graph/json-batching.
 */
export function readOnlyBatch(body: string): string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch (error) {
    throw new EvergrantError('guard.batch', { cause: error });
  }
  const batch = readBatch.safeParse(parsed);
  if (!batch.success) throw new EvergrantError('guard.batch', { cause: batch.error });
  return JSON.stringify(batch.data);
}
