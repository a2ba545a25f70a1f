import type { Problem } from '../contract/problem.ts';
import type { Text } from '../../text/create-text.ts';
import { describeProblem } from '../../text/words/problem-text.ts';

/** A problem for a terminal: what it means and what to do. */
export function problemSentence(text: Text, problem: Pick<Problem, 'code' | 'params'>): string {
  const { meaning, cure } = describeProblem(text, problem);
  return cure === null ? meaning : `${meaning} ${cure}`;
}
