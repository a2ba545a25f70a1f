import type { z } from 'zod';

/** The fields of a form in which its schema finds something to put right, as `cloud.file`. */
export function faultyFields(schema: z.ZodType, typed: unknown): readonly string[] {
  const { error } = schema.safeParse(typed);
  return error?.issues.map(({ path }) => path.join('.')) ?? [];
}
