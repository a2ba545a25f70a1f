import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PersonGroups } from '../../../electron/contract/directory.ts';
import type { Paths } from '../../../electron/contract/nesting.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine, useOffline } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { personTicket } from '../../../text/reports/ticket.ts';
import { BlockableButton } from '../../ui/blockable-button.tsx';
import { Card } from '../../ui/card.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { personGroupsChoices } from '../../ui/forms/export-choices.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { paths } from '../../ui/router.ts';
import { useNow } from '../../ui/use-now.ts';
import { useSubject } from '../../ui/subject.ts';
import { TicketActions } from '../../ui/ticket-actions.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { useText } from '../../ui/use-text.ts';
import { PersonFacts } from './person-facts.tsx';
import { PersonGroupTable } from './person-group-table.tsx';
import { Row } from '../../ui/row.tsx';

const useStyles = makeStyles({
  said: { flexGrow: 1, color: tokens.colorNeutralForeground2 },
});

/** A person's groups, each with its path, from the cache or live. */
export function PersonPage({
  tenant,
  personId,
}: {
  readonly tenant: TenantRow;
  readonly personId: string;
}) {
  const { t } = useText();
  const engine = useEngine();
  const { tenantId } = tenant;
  const [asked, ask] = useAsked();
  const from = (source: 'cache' | 'live') => ({
    queryKey: keys.personGroups(tenantId, personId, source),
    queryFn: () => engine.people.groups({ tenantId, personId, source }),
  });
  const cached = useQuery(from('cache'));
  // A person that no sync has read, for example of an unsynced customer: only Microsoft knows them.
  const isUnknown = cached.isError && problemFrom(cached.error).code === 'person.unknown';
  const live = isUnknown || asked.get('source') === 'live';
  const fresh = useQuery({ ...from('live'), enabled: live, staleTime: 0 });
  const back = {
    path: paths.people(tenantId),
    label: `${t('people:title')} · ${customerName(tenant)}`,
  };
  const answer = live && fresh.data !== undefined ? fresh.data : cached.data;
  if (answer === undefined) {
    const error = isUnknown ? fresh.error : cached.error;
    if (error !== null) {
      return (
        <Page title={t('people:title')} back={back}>
          <ProblemCard problem={problemFrom(error)} />
        </Page>
      );
    }
    return <Spinner label={t('common:loading')} />;
  }
  return (
    <Loaded
      answer={answer}
      back={back}
      reading={live && fresh.isFetching}
      failure={live ? fresh.error : null}
      hasCache={!isUnknown}
      onLive={(on) => ask({ source: on ? 'live' : '' })}
    />
  );
}

function Loaded({
  answer,
  back,
  reading,
  failure,
  hasCache,
  onLive,
}: {
  readonly answer: PersonGroups;
  readonly back: { readonly path: string; readonly label: string };
  readonly reading: boolean;
  readonly failure: Error | null;
  /** Whether a sync has read the person. */
  readonly hasCache: boolean;
  readonly onLive: (live: boolean) => void;
}) {
  const styles = useStyles();
  const { text, t, age, time } = useText();
  const now = useNow();
  const offline = useOffline();
  const subject = useSubject();
  const { person, at, source } = answer;
  const queries = useQueryClient();
  // The paths that are expanded on screen.
  const waysTo = (groupId: string) =>
    queries.getQueryData<Paths>(keys.ways(person.tenantId, person.id, groupId));
  const problem = failure === null ? answer.problem : problemFrom(failure);
  const said =
    source === 'live'
      ? t('people:person.live', { time: at === null ? '' : time(at) })
      : at === null
        ? t('people:person.cacheNoTime')
        : t('people:person.cache', { age: age(at, now) });
  return (
    <Page
      title={person.displayName ?? t('common:noName')}
      {...(person.jobTitle !== null && { lead: person.jobTitle })}
      back={back}
      actions={
        <>
          <TicketActions value={() => personTicket(text, answer, Date.now(), subject, waysTo)} />
          <ExportButton choices={personGroupsChoices(text, person)} />
        </>
      }
    >
      <Card title={t('people:person.groups')}>
        <Row gap={16} align="start">
          <span className={styles.said} role="status" data-source={source}>
            {said}
          </span>
          {source === 'cache' ? (
            <BlockableButton
              {...(reading && { icon: <Spinner size="extra-tiny" /> })}
              blocked={offline ? t('people:person.liveOffline') : null}
              onPress={() => onLive(true)}
            >
              {reading ? t('people:person.reading') : t('people:person.readLive')}
            </BlockableButton>
          ) : (
            hasCache && <Button onClick={() => onLive(false)}>{t('people:person.useCache')}</Button>
          )}
        </Row>
        {problem !== null && (
          <ProblemCard problem={problem} tone="warning" heading={t('people:person.liveFailed')} />
        )}
        <PersonGroupTable answer={answer} />
      </Card>
      <PersonFacts person={person} />
    </Page>
  );
}
