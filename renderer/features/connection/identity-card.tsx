import { Link, makeStyles } from '@fluentui/react-components';
import type { Connection } from '../../../electron/contract/contract.ts';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { hrefOf, paths } from '../../ui/router.ts';
import { TagList } from '../../ui/tag-list.tsx';
import { useText } from '../../ui/use-text.ts';
import { CustomerActions } from './customer-actions.tsx';

const useStyles = makeStyles({
  link: { width: 'fit-content' },
  notes: { whiteSpace: 'pre-wrap' },
});

/** What Evergrant knows about the customer and the connector; a finished sync proves that reading works. */
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
          ...(tenant.alias === null
            ? []
            : [
                { label: t('customer:alias'), value: tenant.alias },
                {
                  label: t('connection:identity.microsoftName'),
                  value: tenant.displayName ?? t('common:unknown'),
                },
              ]),
          ...(tenant.tags.length === 0
            ? []
            : [
                {
                  label: t('customer:tags'),
                  value: <TagList tags={tenant.tags} label={t('customer:tags')} />,
                },
              ]),
          ...(tenant.notes === null
            ? []
            : [
                {
                  label: t('customer:notes'),
                  value: <span className={styles.notes}>{tenant.notes}</span>,
                },
              ]),
          ...(tenant.verifiedDomains.length === 0
            ? []
            : [{ label: t('customer:domains'), value: tenant.verifiedDomains.join(', ') }]),
          ...(tenant.formerDomains.length === 0
            ? []
            : [{ label: t('customer:formerDomains'), value: tenant.formerDomains.join(', ') }]),
          { label: t('connection:identity.addedAs'), value: tenant.addedAs },
          {
            label: t('connection:identity.connector'),
            value: <Link href={hrefOf(paths.connector(profile.id))}>{profile.name}</Link>,
          },
          // The worldwide cloud is the default: only another cloud gets a line.
          ...(profile.cloud === 'global'
            ? []
            : [{ label: t('connection:identity.cloud'), value: profile.cloudLabel }]),
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
      <CustomerActions connection={connection} />
    </Card>
  );
}
