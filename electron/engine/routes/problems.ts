import { explained } from '../errors/evergrant-error.ts';
import type { Base } from './base.ts';

/** `problems.*` of the contract. */
export function createProblemsRouter(base: Base) {
  return {
    explain: base.problems.explain.handler(({ input: { code } }) =>
      explained({ code, params: {}, retry: 'never' }),
    ),
  };
}
