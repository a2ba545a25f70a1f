import type { Diagnosis, DomainLookUp } from '../../electron/contract/doctor.ts';
import type { Text } from '../create-text.ts';
import { timeWords } from './format.ts';

/** A verdict as people read it. */
export interface VerdictWords {
  readonly title: string;
  readonly why: string;
  readonly cure: string;
  /** Null if no action is needed. */
  readonly who: string | null;
}

/** Verdicts that need no action. */
const restful: ReadonlySet<Diagnosis['verdict']> = new Set([
  'nothingToDo',
  'labelRefreshed',
  'propagating',
]);

/** The verdict's sentences. */
export function verdictWords(
  text: Text,
  found: Pick<Diagnosis, 'verdict' | 'params'>,
): VerdictWords {
  const unknown = text.t('common:unknown');
  const params = {
    permissions: unknown,
    code: unknown,
    from: unknown,
    to: unknown,
    ...found.params,
  };
  const say = (part: keyof VerdictWords) =>
    text.t(`doctor:verdict.${found.verdict}.${part}`, params);
  return {
    title: say('title'),
    why: say('why'),
    cure: say('cure'),
    who: restful.has(found.verdict) ? null : text.t('doctor:whoCan', { who: say('who') }),
  };
}

/** What was found about the domains, a sentence each; the first says whether the primary one changed. */
export function domainSentences(text: Text, found: Diagnosis): readonly string[] {
  const changed =
    found.domainChanged === null ? 'unknown' : found.domainChanged ? 'changed' : 'unchanged';
  return [
    text.t(`doctor:domains.${changed}`),
    ...found.lookUps.map((one) => lookUpWords(text, one)),
  ];
}

function lookUpWords(text: Text, { domain, outcome, leadsTo }: DomainLookUp): string {
  const tenantId = leadsTo ?? text.t('common:unknown');
  return text.t(`doctor:domains.${outcome}`, { domain, tenantId });
}

/** The primary domain, before and now, each with the time at which it was read. */
export function domainFacts(
  text: Text,
  found: Diagnosis,
): readonly (readonly [label: string, value: string])[] {
  const words = (seen: Diagnosis['before']): string => {
    if (seen === null) return text.t('doctor:domains.unread');
    const { primary: domain, at } = seen;
    return at === null
      ? domain
      : text.t('doctor:domains.seen', { domain, at: timeWords(text, at) });
  };
  return [
    [text.t('doctor:domains.before'), words(found.before)],
    [text.t('doctor:domains.now'), words(found.now)],
  ];
}
