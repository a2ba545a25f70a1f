import { verdictKind } from '../../../electron/contract/doctor.ts';
import { statusKind } from '../../../electron/contract/grant.ts';
import type { Text } from '../../../text/create-text.ts';

/** The result of an activity in words: a status has the indicator's words; a word without its own is shown as it is. */
export function resultWords(text: Text, result: string): string {
  const status = statusKind.safeParse(result);
  if (status.success) return text.t(`status:${status.data}`);
  const verdict = verdictKind.safeParse(result);
  if (verdict.success) return text.t(`doctor:verdict.${verdict.data}.title`);
  const key = `activity:result.${result}`;
  return text.i18n.exists(key) ? text.t(key as 'activity:result.done') : result;
}
