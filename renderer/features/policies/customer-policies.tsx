import { Button, Link, makeStyles, Spinner } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PolicyOverview } from '../../../electron/contract/policy.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { AgeNote } from '../../ui/age-note.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { handOverChoices } from '../../ui/forms/export-choices.ts';
import { MarkDialog } from '../../ui/mark-for-policy.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { hrefOf, paths } from '../../ui/router.ts';
import { useNow } from '../../ui/use-now.ts';
import { useText } from '../../ui/use-text.ts';
import { PolicyTabs } from './policy-tabs.tsx';
import { Quiet } from '../../ui/words.tsx';

const useStyles = makeStyles({
  facts: { display: 'flex', flexDirection: 'column', gap: '4px' },
});

/** The groups of one customer that policies use. */
export function CustomerPolicies({ tenant }: { readonly tenant: TenantRow }) {
  const styles = useStyles();
  const { text, t } = useText();
  const engine = useEngine();
  const { tenantId } = tenant;
  const [adding, setAdding] = useState(false);
  const overview = useQuery({
    queryKey: keys.policies(tenantId),
    queryFn: () => engine.policies.overview({ tenantId }),
  });
  const name = customerName(tenant);
  const title = `${t('policies:title')} · ${name}`;
  if (overview.isError) {
    return (
      <Page title={title}>
        <ProblemCard problem={problemFrom(overview.error)} />
      </Page>
    );
  }
  if (overview.data === undefined) return <Spinner label={t('common:loading')} />;
  const { groups, age } = overview.data;
  if (age.syncedAt === null && groups.length === 0) {
    return (
      <Page title={title} lead={t('policies:lead')}>
        <EmptyState title={t('policies:neverSynced.title')} body={t('policies:neverSynced.body')}>
          <Link href={hrefOf(paths.groups(tenantId))}>{t('policies:neverSynced.link')}</Link>
        </EmptyState>
      </Page>
    );
  }
  const add = (
    <Button
      appearance={groups.length === 0 ? 'primary' : 'secondary'}
      icon={<Add20Regular />}
      onClick={() => setAdding(true)}
    >
      {t('policies:add')}
    </Button>
  );
  return (
    <Page
      title={title}
      lead={t('policies:lead')}
      actions={
        groups.length > 0 && (
          <>
            {add}
            <ExportButton
              primary
              label={t('policies:handOver')}
              choices={handOverChoices(text, tenantId, name)}
            />
          </>
        )
      }
    >
      <div className={styles.facts}>
        <AgeNote ages={[age]} />
        <HandedOver overview={overview.data} />
      </div>
      {groups.length === 0 ? (
        <EmptyState
          title={t('policies:nothingMarked.title')}
          body={t('policies:nothingMarked.body')}
        >
          {add}
        </EmptyState>
      ) : (
        <PolicyTabs tenantId={tenantId} overview={overview.data} />
      )}
      <MarkDialog tenantId={tenantId} group={null} open={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}

function HandedOver({ overview }: { readonly overview: PolicyOverview }) {
  const { t, age, number } = useText();
  const now = useNow();
  const { lastHandOver, people, groups } = overview;
  const handedOver =
    lastHandOver === null
      ? t('policies:neverHandedOver')
      : lastHandOver.ticket === null
        ? t('policies:lastHandOver', { age: age(lastHandOver.at, now) })
        : t('policies:lastHandOverTicket', {
            age: age(lastHandOver.at, now),
            ticket: lastHandOver.ticket,
          });
  return (
    <Quiet>
      {groups.length > 0 &&
        `${t('policies:covered', { count: people.inOne, formatted: number(people.inOne) })} `}
      {handedOver}
    </Quiet>
  );
}
