import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { PartnerCustomer } from '../../../electron/contract/partner.ts';
import { useText } from '../../ui/use-text.ts';
import { relationshipWords } from '../../../text/words/relationship-words.ts';
import { Words } from '../../ui/words.tsx';

const useStyles = makeStyles({
  box: {
    overflow: 'auto',
    maxHeight: '55vh',
    flexShrink: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  table: { borderCollapse: 'collapse', width: '100%', textAlign: 'left' },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    padding: '10px 16px',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    padding: '8px 16px',
    verticalAlign: 'top',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  line: { margin: 0 },
});

const columns = ['choose', 'name', 'domain', 'relationships', 'here'] as const;

/** The partner's customers: who they are, how the partner reaches them, and which are already added. */
export function ListTable({
  customers,
  chosen,
  onChoose,
}: {
  readonly customers: readonly PartnerCustomer[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (tenantId: string, on: boolean) => void;
}) {
  const styles = useStyles();
  const { text, t } = useText();
  return (
    <div className={styles.box}>
      <table className={styles.table} aria-label={t('partner:table')}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" className={styles.head}>
                {t(`partner:column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {customers.map((customer) => {
            const { tenantId, listedName, listedDomain, here } = customer;
            const name = listedName ?? tenantId;
            return (
              <tr key={tenantId} data-listed={tenantId}>
                <td className={styles.cell}>
                  {here === null && (
                    <Checkbox
                      aria-label={t('partner:choose', { name })}
                      checked={chosen.has(tenantId)}
                      onChange={(_, data) => onChoose(tenantId, data.checked === true)}
                    />
                  )}
                </td>
                <td className={styles.cell}>
                  <bdi>{listedName ?? t('common:noName')}</bdi>
                  <p className={`${styles.line} ${styles.quiet}`}>
                    <code>{tenantId}</code>
                  </p>
                </td>
                <td className={styles.cell}>{listedDomain ?? t('common:unknown')}</td>
                <td className={styles.cell}>
                  {relationshipWords(text, customer).map((words) => (
                    <Words key={words}>{words}</Words>
                  ))}
                </td>
                <td className={styles.cell}>
                  {here === null ? t('partner:notHere') : t('partner:hereAs', { name: here })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
