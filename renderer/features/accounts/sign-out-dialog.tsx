import { useQueryClient } from '@tanstack/react-query';
import type { SignedInAccount } from '../../../electron/contract/account.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { useAction } from '../../client/use-action.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useText } from '../../ui/use-text.ts';

/** Shows for how many tenants an account is signed out, and what stays. */
export function SignOutDialog({
  account,
  onClose,
}: {
  readonly account: SignedInAccount;
  readonly onClose: () => void;
}) {
  const { t, number } = useText();
  const engine = useEngine();
  const queries = useQueryClient();
  const { profileId, accountId, tenantIds } = account;
  const signOut = useAction(
    () => engine.accounts.signOut({ profileId, accountId }),
    () => {
      void queries.invalidateQueries({ queryKey: ['accounts'] });
      onClose();
    },
  );
  const count = tenantIds.length;
  return (
    <ConfirmDialog
      title={t('accounts:out.title', { account: account.account })}
      button={signOut.running ? t('accounts:out.running') : t('accounts:out.confirm')}
      running={signOut.running}
      onConfirm={() => signOut.run(undefined)}
      onClose={onClose}
    >
      <p>{t('accounts:out.body', { count, formatted: number(count) })}</p>
      <p>{t('accounts:out.stays')}</p>
      {signOut.problem !== null && (
        <ProblemCard problem={signOut.problem} heading={t('accounts:out.failed')} />
      )}
    </ConfirmDialog>
  );
}
