import type { PermissionCheck, Verdict } from '../../electron/contract/grant.ts';
import type { Text } from '../create-text.ts';

/**
 * What a row shows: its verdict, or the positive part of an open one. `onRecord`: the tenant records it, and
 * it belongs to a vendor; `worksForOne`: the signed-in person could use it, and the record could not be read.
 */
export type CheckKind = Verdict | 'onRecord' | 'worksForOne';

export function checkKind({ permission, verdict, grant, token, read }: PermissionCheck): CheckKind {
  if (verdict !== 'couldNotTell') return verdict;
  const isVendors = token.problem?.code === 'grant.vendorsRegistration';
  if (isVendors && grant.outcome === 'proven') return 'onRecord';
  const worked = token.outcome === 'proven' && read.outcome === 'proven';
  const isUnread = grant.outcome === 'notTried';
  return permission.type === 'delegated' && worked && isUnread ? 'worksForOne' : verdict;
}

/** A row's verdict in words; `account`: the account that was signed in during the test. */
export function checkWords(text: Text, check: PermissionCheck, account: string | null): string {
  const kind = checkKind(check);
  if (kind === 'onRecord') return text.t('status:onRecordRow');
  return kind === 'worksForOne'
    ? text.t('status:worksFor', { account: account ?? text.t('common:unknown') })
    : text.t(`status:verdict.${kind}`);
}
