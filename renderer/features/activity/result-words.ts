import { verdictKind } from '../../../electron/contract/doctor.ts';
import { statusKind } from '../../../electron/contract/grant.ts';
import type { Text } from '../../../text/create-text.ts';

/**
 * The result of an activity in words: a status uses the indicator's words; a result without words is shown
 * unchanged.
 */
export function resultWords(text: Text, result: string): string {
  const status = statusKind.safeParse(result);
  if (status.success) return text.t(`status:${status.data}`);
  const verdict = verdictKind.safeParse(result);
  if (verdict.success) return text.t(`doctor:verdict.${verdict.data}.title`);
  const key = `activity:result.${result}`;
  return text.i18n.exists(key) ? text.t(key as 'activity:result.done') : result;
}
