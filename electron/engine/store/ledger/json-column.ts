import { z } from 'zod';

/** A column that holds JSON text: parsed, then checked by `schema`. */
export function json<T extends z.ZodType>(schema: T) {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);
}
