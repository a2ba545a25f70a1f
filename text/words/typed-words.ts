import { withInvisible } from '../../electron/contract/pasted.ts';
import type { Text } from '../create-text.ts';

/** Why an entry is refused, and what was entered if it contains invisible characters. */
export function refusedEntry({ t }: Pick<Text, 't'>, reason: string, entered: string): string {
  const shown = withInvisible(entered.trim());
  return shown === entered.trim() ? reason : `${reason} ${t('common:entered', { shown })}`;
}
