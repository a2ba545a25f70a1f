import { makeStyles, tokens } from '@fluentui/react-components';
import type { Connection } from '../../../electron/contract/contract.ts';
import type { Permission, PermissionCheck } from '../../../electron/contract/grant.ts';
import { checkKind, checkWords } from '../../../text/words/check-words.ts';
import { findingWords } from '../../../text/words/finding-words.ts';
import { permissionWords } from '../../../text/words/status-words.ts';
import { Card } from '../../ui/card.tsx';
import { permissionTicket } from '../../../text/reports/ticket.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Lamp } from '../../ui/lamp.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { checkLook } from '../../ui/status-shape.ts';
import { useSubject } from '../../ui/subject.ts';
import { useText } from '../../ui/use-text.ts';
import { ProofCell } from './proof-cell.tsx';
import { Quiet } from '../../ui/words.tsx';

const proofs = ['grant', 'token', 'read'] as const;

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  head: {
    padding: '0 16px 8px 0',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    padding: '14px 16px 14px 0',
    verticalAlign: 'top',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontWeight: tokens.fontWeightRegular,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  verdict: {
    display: 'inline-flex',
    gap: '8px',
    alignItems: 'center',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  findings: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '6px' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** A row for each required permission, with its three proofs, followed by other findings of the test. */
export function PermissionsCard({ connection }: { readonly connection: Connection }) {
  const styles = useStyles();
  const { text, t, time } = useText();
  const { profile, lastTest, status } = connection;
  const isTold = (code: string) => status.reasons.some((reason) => reason.code === code);
  return (
    <Card title={t('connection:rows.title')}>
      <Quiet>
        {lastTest === null
          ? t('connection:rows.untested')
          : t('connection:lastResult', { time: time(lastTest.finishedAt) })}
      </Quiet>
      {lastTest?.refusal != null && !isTold(lastTest.refusal.code) && (
        <ProblemCard
          problem={lastTest.refusal}
          tone="warning"
          heading={t('connection:rows.refusal')}
        />
      )}
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={t('connection:rows.title')}>
          <thead>
            <tr>
              <th scope="col" className={styles.head}>
                {t('connection:rows.permission')}
              </th>
              <th scope="col" className={styles.head}>
                {t('connection:rows.verdict')}
              </th>
              {proofs.map((proof) => (
                <th key={proof} scope="col" className={styles.head}>
                  {t(`permission:proof.${proof}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {profile.requiredPermissions.map((permission) => (
              <PermissionRow
                key={`${permission.id} ${permission.type}`}
                permission={permission}
                account={lastTest?.account ?? null}
                check={lastTest?.checks.find((check) => isFor(check, permission))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {lastTest !== null && lastTest.findings.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('connection:findings')}</h3>
          <ul className={styles.findings}>
            {lastTest.findings.map((finding) => (
              <li key={`${finding.kind} ${JSON.stringify(finding.params)}`}>
                {findingWords(text, finding)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function isFor(check: PermissionCheck, permission: Permission): boolean {
  return check.permission.id === permission.id && check.permission.type === permission.type;
}

function PermissionRow({
  permission,
  account,
  check,
}: {
  readonly permission: Permission;
  /** The account that was signed in during the test. */
  readonly account: string | null;
  readonly check: PermissionCheck | undefined;
}) {
  const styles = useStyles();
  const { text, t } = useText();
  const subject = useSubject();
  return (
    <tr data-permission={permission.name} data-verdict={check?.verdict ?? 'untested'}>
      <th scope="row" className={styles.cell}>
        <span className={styles.name}>{permissionWords(text, permission)}</span>
        <br />
        <span className={styles.quiet}>
          {permission.name} · {t(`permission:type.${permission.type}`)}
        </span>
      </th>
      <td className={styles.cell}>
        {check === undefined ? (
          <span className={styles.quiet}>{t('status:unknown')}</span>
        ) : (
          <span className={styles.verdict}>
            <Lamp look={checkLook(checkKind(check))} />
            {checkWords(text, check, account)}
            <CopyButton
              iconOnly
              appearance="subtle"
              label={t('common:copyNamedForTicket', { what: permission.name })}
              value={() => permissionTicket(text, check, Date.now(), subject)}
            />
          </span>
        )}
      </td>
      {proofs.map((proof) => (
        <td key={proof} className={styles.cell}>
          {check !== undefined && (
            <ProofCell
              proof={check[proof]}
              onRecord={proof === 'grant' && checkKind(check) === 'onRecord'}
            />
          )}
        </td>
      ))}
    </tr>
  );
}
