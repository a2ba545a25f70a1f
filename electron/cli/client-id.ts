import { guid } from '../contract/ids.ts';
import type { Text } from '../../text/create-text.ts';
import { given } from './meant.ts';
import { UsageError } from './usage-error.ts';

/** Returns the given client ID. @throws UsageError when it is missing or not an ID; the message quotes it */
export function clientIdOf(text: Text, query: string | undefined): string {
  const clientId = guid.safeParse(query ?? '');
  if (clientId.success) return clientId.data;
  const example = text.t('welcome:form.clientIdWrong');
  if (query === undefined) throw new UsageError(example);
  throw new UsageError(text.t('cli:profiles.clientIdWrong', { query: given(query), example }));
}
