import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { go, hrefOf, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { CredentialEnd } from './credential-end.tsx';
import type { Connectors } from './use-connector.ts';

const useStyles = makeStyles({
  frame: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflowX: 'auto',
    flexShrink: 0,
  },
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  head: {
    padding: '10px 16px',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':not(:last-child) > td': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  cell: { padding: '12px 16px', verticalAlign: 'middle' },
  name: { fontWeight: tokens.fontWeightSemibold },
  id: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
  kind: { display: 'flex', flexDirection: 'column', gap: '2px' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** The connectors: name, owner, how each signs in and until when. */
export function ConnectorsTable({ connectors }: { readonly connectors: Connectors }) {
  const styles = useStyles();
  const { t, number } = useText();
  const columns = ['name', 'cloud', 'owner', 'credential', 'customers'] as const;
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('connectors:title')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.head}>
                {t(`connectors:column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {connectors.profiles.map((profile) => (
            <tr
              key={profile.id}
              className={styles.row}
              data-connector={profile.clientId}
              onClick={() => go(paths.connector(profile.id))}
            >
              <td className={styles.cell}>
                <Link className={styles.name} href={hrefOf(paths.connector(profile.id))}>
                  {profile.name}
                </Link>
                <span className={styles.id}>{profile.clientId}</span>
              </td>
              <td className={styles.cell}>{profile.cloudLabel}</td>
              <td className={styles.cell}>{t(`connectors:owner.${profile.owner}`)}</td>
              <td className={styles.cell}>
                <span className={styles.kind}>
                  <CredentialEnd profile={profile} />
                  {profile.credential !== null && (
                    <span className={styles.quiet}>
                      {t(`connectors:kind.${profile.credential.kind}`)}
                    </span>
                  )}
                </span>
              </td>
              <td className={styles.cell}>{number(connectors.customersOf(profile.id).length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
