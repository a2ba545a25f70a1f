import type { RegistrationCheck } from '../../electron/contract/set-up.ts';
import type { Text } from '../create-text.ts';
import { describeProblem } from './problem-text.ts';

/** What one check of a registration found, in a sentence. */
export function registrationWords(text: Text, check: RegistrationCheck): string {
  const { t } = text;
  if (check.found === 'asItShouldBe') {
    return t(`setUp:check.right.${check.kind}` as 'setUp:check.right.certificate', check.params);
  }
  if (check.found !== 'unread') {
    const { missing, extra } = check.params;
    const params = {
      ...check.params,
      missing: missing || t('setUp:check.nothing'),
      extra: extra || t('setUp:check.nothing'),
    };
    return t(`setUp:check.found.${check.found}` as 'setUp:check.found.unverified', params);
  }
  return check.problem === null
    ? t('setUp:check.couldNotTell')
    : describeProblem(text, check.problem).meaning;
}

/** The portal button that fixes it; null if there is nothing to fix there. */
export function registrationFix(text: Text, check: RegistrationCheck): string | null {
  return check.verdict === 'wrong' || check.verdict === 'caution'
    ? text.t(`setUp:check.fix.${check.kind}` as 'setUp:check.fix.publisher', check.params)
    : null;
}
