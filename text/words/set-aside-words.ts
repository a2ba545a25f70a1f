import type { HostInfo } from '../../electron/contract/contract.ts';
import type { Text } from '../create-text.ts';

/** The unusable directory, as the host reports it. */
export type SetAside = NonNullable<HostInfo['setAside']>;

/** What happened to the unusable directory, and what to do. */
export function setAsideWords(text: Text, { file, keptAs }: SetAside): string {
  return keptAs === null
    ? text.t('shell:setAside.missing', { file })
    : text.t('shell:setAside.damaged', { keptAs });
}
