import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ActivityEntry } from '../../../electron/contract/activity.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import type { Text } from '../../../text/create-text.ts';
import { ticketTime } from '../../../text/words/format.ts';
import { describeProblem } from '../../../text/words/problem-text.ts';
import { factsTicket } from '../../../text/reports/ticket.ts';
import type { TicketSubject } from '../../../text/reports/ticket.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { hrefOf, paths } from '../../ui/router.ts';
import { useSubject } from '../../ui/subject.ts';
import { useText } from '../../ui/use-text.ts';
import { resultWords } from './result-words.ts';

const useStyles = makeStyles({
  frame: {
    overflowX: 'auto',
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  head: {
    padding: '10px 20px',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: { ':not(:last-child) > td': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` } },
  cell: { padding: '10px 20px', verticalAlign: 'top' },
  quiet: { color: tokens.colorNeutralForeground3 },
  copy: { padding: '6px 8px', verticalAlign: 'top' },
  nowrap: { whiteSpace: 'nowrap' },
});

const columns = ['at', 'customer', 'action', 'result', 'account'] as const;

/** Rows of the activity record. */
export function ActivityTable({
  entries,
  tenants,
}: {
  readonly entries: readonly ActivityEntry[];
  readonly tenants: readonly TenantRow[];
}) {
  const styles = useStyles();
  const { text, t, time } = useText();
  const subject = useSubject();
  const names = new Map(tenants.map((tenant) => [tenant.tenantId, customerName(tenant)]));
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={t('activity:title')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.head}>
                {t(`activity:column.${column}`)}
              </th>
            ))}
            <th scope="col" className={styles.head}>
              <span className="visually-hidden">{t('common:copyForTicket')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id} className={styles.row} data-action={entry.action}>
              <td className={`${styles.cell} ${styles.nowrap}`}>
                <time dateTime={entry.at}>{time(entry.at)}</time>
              </td>
              <td className={styles.cell}>
                <CustomerCell tenantId={entry.tenantId} names={names} />
                {entry.ticket !== null && (
                  <div className={styles.quiet}>
                    {t('ticket:number.kept', { ticket: entry.ticket })}
                  </div>
                )}
              </td>
              <td className={styles.cell}>{t(`activity:action.${entry.action}`)}</td>
              <td className={styles.cell}>
                {resultWords(text, entry.result)}
                {entry.problem !== null && (
                  <>
                    <br />
                    <span className={styles.quiet}>
                      {describeProblem(text, entry.problem).meaning}
                    </span>
                  </>
                )}
              </td>
              <td className={styles.cell}>
                {entry.account ?? <span className={styles.quiet}>{t('activity:nobody')}</span>}
              </td>
              <td className={styles.copy}>
                <CopyButton
                  iconOnly
                  appearance="subtle"
                  label={t('common:copyNamedForTicket', {
                    what: `${t(`activity:action.${entry.action}`)}, ${time(entry.at)}`,
                  })}
                  value={() =>
                    entryTicket(text, entry, {
                      ...subject,
                      tenant: tenants.find(({ tenantId }) => tenantId === entry.tenantId) ?? null,
                    })
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One line of the record for a ticket, with its ticket number. */
function entryTicket(text: Text, entry: ActivityEntry, subject: TicketSubject): string {
  const about = { ...subject, account: entry.account, ticket: entry.ticket };
  return factsTicket(
    text,
    [
      [text.t('ticket:action'), text.t(`activity:action.${entry.action}`)],
      [text.t('ticket:when'), ticketTime(text, entry.at)],
      [text.t('ticket:result'), resultWords(text, entry.result)],
    ],
    Date.now(),
    about,
    entry.problem,
  );
}

function CustomerCell({
  tenantId,
  names,
}: {
  readonly tenantId: string | null;
  readonly names: ReadonlyMap<string, string>;
}) {
  if (tenantId === null) return null;
  const name = names.get(tenantId);
  return name === undefined ? (
    <code>{tenantId}</code>
  ) : (
    <Link href={hrefOf(paths.connection(tenantId))}>{name}</Link>
  );
}
