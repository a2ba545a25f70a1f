import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import type { RegisteredCredential } from '../../../electron/contract/replacement.ts';
import { dayWords } from '../../../text/words/format.ts';
import { useText } from '../../ui/use-text.ts';
import { Quiet } from '../../ui/words.tsx';

const useStyles = makeStyles({
  frame: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  head: {
    padding: '6px 16px 6px 0',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  cell: {
    padding: '8px 16px 8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    verticalAlign: 'middle',
  },
  name: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
  id: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

/** The credentials of a registration; all but this computer's own can be retired. */
export function RegisteredTable({
  credentials,
  onRetire,
}: {
  readonly credentials: readonly RegisteredCredential[];
  readonly onRetire: (credential: RegisteredCredential) => void;
}) {
  const styles = useStyles();
  const { text, t } = useText();
  if (credentials.length === 0) {
    return <Quiet>{t('connectors:registered.empty')}</Quiet>;
  }
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('connectors:registered.title')}>
        <thead>
          <tr>
            {(['name', 'thumbprint', 'ends'] as const).map((column) => (
              <th key={column} scope="col" className={styles.head}>
                {t(`connectors:registered.${column}`)}
              </th>
            ))}
            <th scope="col" className={styles.head}>
              <span className="visually-hidden">{t('connectors:registered.retire')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {credentials.map((row) => {
            const name = row.name ?? t('connectors:registered.unnamed');
            return (
              <tr key={row.keyId} data-registered={row.portalThumbprint ?? row.keyId}>
                <td className={styles.cell}>
                  <span className={styles.name}>
                    <bdi>{name}</bdi>
                    {row.kind === 'secret' && (
                      <Badge appearance="outline">{t('connectors:registered.secret')}</Badge>
                    )}
                    {row.inUseHere && (
                      <Badge appearance="filled" color="brand">
                        {t('connectors:registered.thisComputer')}
                      </Badge>
                    )}
                    {row.waitsHere && (
                      <Badge appearance="outline">{t('connectors:registered.waits')}</Badge>
                    )}
                  </span>
                </td>
                <td className={styles.cell}>
                  <span className={styles.id}>{row.portalThumbprint}</span>
                </td>
                <td className={styles.cell}>
                  {row.expiresAt === null ? t('common:unknown') : dayWords(text, row.expiresAt)}
                </td>
                <td className={styles.cell}>
                  {!row.inUseHere && !row.waitsHere && (
                    <Button
                      size="small"
                      aria-label={t('connectors:registered.retireTitle', { name })}
                      onClick={() => onRetire(row)}
                    >
                      {t('connectors:registered.retire')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
