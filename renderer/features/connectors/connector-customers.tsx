import { makeStyles } from '@fluentui/react-components';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { Card } from '../../ui/card.tsx';
import { RowLink } from '../../ui/row-link.tsx';
import { paths } from '../../ui/router.ts';
import { StatusIndicator } from '../../ui/status-indicator.tsx';
import { useText } from '../../ui/use-text.ts';
import { Quiet } from '../../ui/words.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '8px' },
  line: { display: 'flex', gap: '16px', justifyContent: 'space-between', flexWrap: 'wrap' },
});

/** As many as can be scanned quickly; Customers has all of them. */
const mostShown = 10;

/** The customers that grant this connector, each with its status. */
export function ConnectorCustomers({ customers }: { readonly customers: readonly TenantRow[] }) {
  const styles = useStyles();
  const { t } = useText();
  const left = customers.length - mostShown;
  return (
    <Card title={t('connectors:page.customers')}>
      {customers.length === 0 ? (
        <Quiet>{t('connectors:page.noCustomers')}</Quiet>
      ) : (
        <ul className={styles.list}>
          {customers.slice(0, mostShown).map((tenant) => (
            <li key={tenant.tenantId} className={styles.line}>
              <RowLink path={paths.connection(tenant.tenantId)} name={customerName(tenant)} />
              <StatusIndicator status={tenant.status} />
            </li>
          ))}
        </ul>
      )}
      {left > 0 && <Quiet>{t('connectors:page.more', { count: left })}</Quiet>}
    </Card>
  );
}
