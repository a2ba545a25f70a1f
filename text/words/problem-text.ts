import type { Problem } from '../../electron/contract/problem.ts';
import type { Text } from '../create-text.ts';
import { timeWords } from './format.ts';
import type { ProblemText } from '../en/problem-text.ts';
import { problems } from '../en/problems.ts';
import { visibleValue } from '../visible-text.ts';

/** The sentences of one problem, ready to read. */
export interface ProblemWords {
  readonly meaning: string;
  readonly cause: string | null;
  readonly cure: string | null;
  readonly who: string | null;
}

/** A code that has sentences. */
type DescribedCode = keyof typeof problems;

/** What a problem means, its likely cause, what to do and who can do it, in the reader's language. */
export function describeProblem(
  text: Text,
  problem: Pick<Problem, 'code' | 'params'>,
): ProblemWords {
  const code = describedCode(problem.code);
  if (code === null) {
    return {
      meaning: text.t('common:noWords', { code: problem.code }),
      cause: null,
      cure: text.t('common:noWordsCure'),
      who: null,
    };
  }
  // Under `replace`, a parameter that has the name of an i18next option remains a parameter.
  const { count } = problem.params;
  const given = {
    replace: readableParams(text, problem.params),
    ...(typeof count === 'number' && { count }),
  };
  const say = (part: keyof ProblemText) => sentence(text.t(`problems:${code}.${part}`, given));
  return {
    meaning: say('title'),
    cause: text.t('common:likelyCause', { cause: say('cause') }),
    cure: say('cure'),
    who: text.t('common:whoCan', { who: say('who') }),
  };
}

/** The parameters as inserted into a sentence: the moment of `at` is formatted like every other time. */
function readableParams(text: Text, params: Problem['params']): Problem['params'] {
  const { at } = params;
  const isMoment = typeof at === 'string' && !Number.isNaN(Date.parse(at));
  return isMoment ? { ...params, at: timeWords(text, at) } : params;
}

/** Whether the catalog has separate sentences for a code. */
export function hasWords(code: string): code is DescribedCode {
  return Object.hasOwn(problems, code);
}

/** Raw details of a problem as label and value, for the details row and a ticket. */
export function rawFacts(text: Text, problem: Problem): readonly (readonly [string, string])[] {
  const raw = problem.raw ?? {};
  const facts: (readonly [string, string | undefined])[] = [
    [
      text.t('ticket:code'),
      raw.code === undefined ? problem.code : `${raw.code} (${problem.code})`,
    ],
    [text.t('ticket:httpStatus'), raw.httpStatus?.toString()],
    [text.t('ticket:correlationId'), raw.correlationId],
    [text.t('ticket:requestId'), raw.requestId],
    [text.t('ticket:traceId'), raw.traceId],
    [text.t('ticket:tryAgain'), text.t(`common:tryAgain.${problem.retry}`)],
    [text.t('ticket:at'), raw.at === undefined ? undefined : timeWords(text, raw.at)],
  ];
  return facts.flatMap(([label, value]) =>
    value === undefined ? [] : [[label, visibleValue(value)] as const],
  );
}

/** The code whose sentences are shown: its own, else its family's; null if there are none. */
function describedCode(code: string): DescribedCode | null {
  if (hasWords(code)) return code;
  const family = `${code.slice(0, code.indexOf('.'))}.unknown`;
  return hasWords(family) ? family : null;
}

function sentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
