import type { z } from 'zod';

/** The form fields that the schema rejects, as `cloud.file`. */
export function faultyFields(schema: z.ZodType, typed: unknown): readonly string[] {
  const { error } = schema.safeParse(typed);
  return error?.issues.map(({ path }) => path.join('.')) ?? [];
}
