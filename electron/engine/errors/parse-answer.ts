import type { z } from 'zod';
import { EvergrantError } from './evergrant-error.ts';

/**
 * Parses a Graph answer of the documented shape. Another shape is an expected failure, not a bug of
 * ours.
 *
 * @throws EvergrantError `graph.unreadable`; its cause has the path, never the value
 */
export function parseAnswer<T>(schema: z.ZodType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new EvergrantError('graph.unreadable', { retry: 'now', cause: parsed.error });
}
