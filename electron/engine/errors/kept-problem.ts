import { problem } from '../../contract/problem.ts';
import type { Problem } from '../../contract/problem.ts';
import { explained } from './evergrant-error.ts';

/** Reads a problem that was kept as JSON, by this version or an older one: its meaning is today's. */
export function readKeptProblem(text: string): Problem {
  return explained(problem.parse(JSON.parse(text)));
}

/** Reads JSON in which problems may be kept at any depth, each with the meaning that its code has today. */
export function readWithProblems(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if (!('code' in value) || !('retry' in value)) return value;
    const kept = problem.safeParse(value);
    return kept.success ? explained(kept.data) : value;
  });
}
