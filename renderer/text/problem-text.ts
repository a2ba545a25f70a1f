import type { Problem } from '../../electron/contract/problem.ts';
import type { Locale, Text } from './create-text.ts';
import { timeWords } from './format.ts';
import type { ProblemText } from './en/problem-text.ts';
import { problems } from './en/problems.ts';
import { visibleValue } from './visible-text.ts';

/** The sentences of one problem, ready to read. */
export interface ProblemWords {
  readonly meaning: string;
  readonly cause: string | null;
  readonly cure: string | null;
  readonly who: string | null;
}

const catalogues: Record<Locale, Readonly<Record<string, ProblemText>>> = { en: problems };

/** What a problem means, its likely cause, what to do and who can do it, in the reader's language. */
export function describeProblem(
  text: Text,
  problem: Pick<Problem, 'code' | 'params'>,
): ProblemWords {
  const found = entryOf(text, problem.code);
  const say = (sentence: string) =>
    text.i18n.services.interpolator.interpolate(sentence, problem.params, text.locale, {});
  if (found === null) {
    return {
      meaning: text.t('common:noWords', { code: problem.code }),
      cause: null,
      cure: text.t('common:noWordsCure'),
      who: null,
    };
  }
  return {
    meaning: sentence(say(found.title)),
    cause: text.t('common:likelyCause', { cause: sentence(say(found.cause)) }),
    cure: sentence(say(found.cure)),
    who: text.t('common:whoCan', { who: sentence(found.who) }),
  };
}

/** Whether the catalogue has sentences of its own for a code. */
export function hasWords(text: Text, code: string): boolean {
  return catalogues[text.locale][code] !== undefined;
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

/** The catalogue's words for a code; a code of a known family without words of its own has its family's. */
function entryOf(text: Text, code: string): ProblemText | null {
  const catalogue = catalogues[text.locale];
  const family = code.slice(0, code.indexOf('.'));
  return catalogue[code] ?? catalogue[`${family}.unknown`] ?? null;
}

function sentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
