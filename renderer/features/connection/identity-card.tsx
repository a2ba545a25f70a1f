import { Link, makeStyles } from '@fluentui/react-components';
import type { Connection } from '../../../electron/contract/contract.ts';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { hrefOf, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({ link: { width: 'fit-content' } });

/** What Evergrant knows of the customer and the connector; a finished sync is evidence that reading works. */
export function IdentityCard({ connection }: { readonly connection: Connection }) {
  const styles = useStyles();
  const { t, time, number } = useText();
  const { tenant, profile, account, lastSync } = connection;
  const synced =
    lastSync?.state === 'finished' && lastSync.finishedAt !== null
      ? `${time(lastSync.finishedAt)}: ${t('connection:identity.syncEvidence', {
          groups: number(lastSync.counts.groups),
          memberships: number(lastSync.counts.memberships),
        })}`
      : t('common:never');
  return (
    <Card title={t('connection:identity.title')}>
      <Facts
        facts={[
          { label: t('connection:identity.addedAs'), value: tenant.addedAs },
          { label: t('connection:identity.connector'), value: profile.name },
          {
            label: t('connection:identity.clientId'),
            value: <code>{profile.clientId}</code>,
            copy: profile.clientId,
          },
          {
            label: t('connection:identity.account'),
            value: account ?? t('connection:identity.nobody'),
          },
          { label: t('connection:identity.lastSync'), value: synced },
        ]}
      />
      <Link className={styles.link} href={hrefOf(paths.groups(tenant.tenantId))}>
        {t('connection:openGroups')}
      </Link>
    </Card>
  );
}
