import type { Problem } from '../../electron/contract/problem.ts';
import type { Action } from './use-action.ts';

/** What went wrong with several buttons, without duplicates: two equal failures are shown once. */
export function failuresOf(
  actions: readonly Pick<Action<never, unknown>, 'problem'>[],
): readonly { readonly key: string; readonly problem: Problem }[] {
  const failures = new Map<string, Problem>();
  for (const { problem } of actions) {
    if (problem !== null) failures.set(JSON.stringify([problem.code, problem.params]), problem);
  }
  return [...failures].map(([key, problem]) => ({ key, problem }));
}
