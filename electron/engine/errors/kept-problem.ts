import { problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import { explained } from './evergrant-error.ts';

/** Reads a problem that was kept as JSON, by this version or an older one: its meaning is today's. */
export function readKeptProblem(text: string): Problem {
  return explained(problem.parse(JSON.parse(text)));
}

/** Reads JSON in which problems may be kept at any depth, each with the meaning that its code has today. */
export function readWithProblems(text: string): unknown {
  return withMeanings(JSON.parse(text));
}

/** A walk of our own takes a tenth of the time of `JSON.parse` with a reviver. What was parsed is changed in place. */
function withMeanings(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const holder: Record<string, unknown> = value as Record<string, unknown>;
  for (const name of Object.keys(holder)) {
    const inner = holder[name];
    const today = withMeanings(inner);
    if (today !== inner) holder[name] = today;
  }
  if (!('code' in holder) || !('retry' in holder)) return value;
  const kept = problem.safeParse(value);
  return kept.success ? explained(kept.data) : value;
}
