import { z } from 'zod';
import { readWithProblems } from '../../errors/kept-problem.ts';

/** A column that holds JSON text: parsed, then checked by `schema`. */
export function json<T extends z.ZodType>(schema: T) {
  return z.string().transform(readWithProblems).pipe(schema);
}
