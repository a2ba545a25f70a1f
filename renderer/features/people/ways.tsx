import { Link, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { GroupRow, PersonRow } from '../../../electron/contract/directory.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { factsTicket } from '../../../text/reports/ticket.ts';
import { CopyForTicket } from '../../ui/copy-button.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { hrefOf, paths } from '../../ui/router.ts';
import { useSubject } from '../../ui/subject.ts';
import { useText } from '../../ui/use-text.ts';
import { Quiet } from '../../ui/words.tsx';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: '8px',
    padding: '12px 16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  heading: { fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: '24px', display: 'grid', gap: '4px' },
});

/** Every path from a person to a group, the shortest first, each group of it a link. */
export function Ways({
  person,
  group,
  live,
}: {
  readonly person: PersonRow;
  readonly group: GroupRow;
  /** Whether the groups beside it were read live: the paths never are. */
  readonly live: boolean;
}) {
  const styles = useStyles();
  const { text, t, number } = useText();
  const subject = useSubject();
  const engine = useEngine();
  const { tenantId } = person;
  const ways = useQuery({
    queryKey: keys.ways(tenantId, person.id, group.id),
    queryFn: () => engine.people.paths({ tenantId, personId: person.id, groupId: group.id }),
  });
  if (ways.isError) return <ProblemCard problem={problemFrom(ways.error)} />;
  if (ways.data === undefined) return <Spinner size="tiny" label={t('common:loading')} />;
  const found = ways.data.paths;
  const noName = t('common:noName');
  const facts = [
    [t('ticket:person'), person.displayName ?? person.id],
    [t('ticket:group'), group.displayName || group.id],
    ...found.map(
      (way) => [t('ticket:way'), way.map((step) => step.displayName).join(' → ')] as const,
    ),
  ] as const;
  return (
    <section
      className={styles.box}
      aria-label={t('people:person.ways', { group: group.displayName || noName })}
    >
      {found.length > 0 && (
        <span className={styles.heading} role="status">
          {t('people:person.waysCount', { count: found.length, formatted: number(found.length) })}
        </span>
      )}
      {found.length === 0 && <Quiet>{t('people:person.waysNone')}</Quiet>}
      <ol className={styles.list}>
        {found.map((way) => (
          <li key={way.map(({ id }) => id).join()} data-way={way.map(({ id }) => id).join(' ')}>
            <bdi>{person.displayName ?? noName}</bdi>
            {way.map((step) => (
              <span key={step.id}>
                {' → '}
                <Link href={hrefOf(paths.group(tenantId, step.id))}>
                  <bdi>{step.displayName || noName}</bdi>
                </Link>
              </span>
            ))}
          </li>
        ))}
      </ol>
      {ways.data.more && (
        <Quiet>{t('people:person.waysMore', { formatted: number(found.length) })}</Quiet>
      )}
      {found.length > 0 && (
        <div>
          <CopyForTicket
            appearance="subtle"
            size="small"
            value={() => factsTicket(text, facts, Date.now(), subject)}
          />
        </div>
      )}
      {live && <Quiet>{t('people:person.waysFromCache')}</Quiet>}
    </section>
  );
}
