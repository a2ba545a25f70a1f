import type { GrantStatus, OpenReset, Permission } from '../../electron/contract/grant.ts';
import type { Text } from '../create-text.ts';
import { ageWords, dayAndClockWords } from './format.ts';
import { visibleValue } from '../visible-text.ts';

/** The indicator's words. */
export function statusWords(text: Text, status: GrantStatus, now: number): string {
  if (status.kind === 'granted' && status.stale) {
    return status.since === null
      ? text.t('status:staleNoTime')
      : text.t('status:stale', { age: ageWords(text, status.since, now) });
  }
  if (status.kind === 'excessive') {
    const writing = status.attention.find(({ kind }) => kind === 'mayWrite');
    const permissions = writing?.params['permissions'];
    return permissions === undefined
      ? text.t('status:excessive')
      : text.t('status:excessiveBy', { permissions: String(permissions) });
  }
  if (status.kind === 'resetting') return resetWords(text, status.reset);
  return text.t(`status:${status.kind}`);
}

function resetWords(text: Text, reset: OpenReset | undefined): string {
  if (reset === undefined) return text.t('status:resetting');
  const { purpose, step, of, startedAt, by } = reset;
  return text.t(`status:resettingAt.${purpose}`, {
    step,
    of,
    since: dayAndClockWords(text, startedAt),
    by,
  });
}

/** One sentence: what to do next with a connection in this state. */
export function nextStep(text: Text, status: GrantStatus): string {
  const kind = status.kind === 'granted' && status.stale ? 'stale' : status.kind;
  return text.t(`status:next.${kind}`);
}

/** A permission as people read it; one without words keeps its Graph name. */
export function permissionWords(text: Text, permission: Pick<Permission, 'name'>): string {
  return words(text, 'name', permission.name) ?? visibleValue(permission.name);
}

/** What a permission lets the connector do, in one plain sentence; null if the catalog has none. */
export function permissionPlain(text: Text, permission: Pick<Permission, 'name'>): string | null {
  return words(text, 'plain', permission.name);
}

function words(text: Text, part: 'name' | 'plain', name: string): string | null {
  const key = `permission:${part}.${name.replaceAll('.', '')}`;
  return text.i18n.exists(key) ? text.t(key as 'permission:name.UserRead') : null;
}
