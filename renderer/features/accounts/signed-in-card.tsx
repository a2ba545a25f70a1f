import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SignedInAccount } from '../../../electron/contract/account.ts';
import type { Profile } from '../../../electron/contract/profile.ts';
import { Card } from '../../ui/card.tsx';
import { useText } from '../../ui/use-text.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';
import { Quiet } from '../../ui/words.tsx';

const useStyles = makeStyles({
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '12px' },
  row: {
    display: 'flex',
    gap: '8px 24px',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  who: { display: 'grid', gap: '2px', minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** Which accounts are signed in, which tenants each reaches, and the sign-out buttons. */
export function SignedInCard({
  accounts,
  profiles,
}: {
  readonly accounts: readonly SignedInAccount[];
  readonly profiles: readonly Profile[];
}) {
  const styles = useStyles();
  const { t, number } = useText();
  const [leaving, setLeaving] = useState<SignedInAccount | null>(null);
  return (
    <Card title={t('accounts:list.title')}>
      {accounts.length === 0 ? (
        <Quiet>{t('accounts:list.none')}</Quiet>
      ) : (
        <ul className={styles.list}>
          {accounts.map((one) => {
            const count = one.tenantIds.length;
            const connector = profiles.find(({ id }) => id === one.profileId)?.name ?? '';
            return (
              <li
                key={`${one.profileId} ${one.accountId}`}
                className={styles.row}
                data-account={one.account}
              >
                <span className={styles.who}>
                  <span className={styles.name}>{one.account}</span>
                  <span className={styles.quiet}>
                    {connector}
                    {connector !== '' && ' · '}
                    {t('accounts:list.reach', { count, formatted: number(count) })}
                    {' · '}
                    {one.reachesOthers ? t('accounts:list.othersToo') : t('accounts:list.ownOnly')}
                  </span>
                </span>
                <Button onClick={() => setLeaving(one)}>
                  {t('accounts:list.signOut', { account: one.account })}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {leaving !== null && <SignOutDialog account={leaving} onClose={() => setLeaving(null)} />}
    </Card>
  );
}
