import { Link, Spinner } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeptSync } from '../../../electron/contract/sync.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { currentQuery, hrefOf, keepAddress, paths, withQuery } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { ComparisonView } from './comparison-view.tsx';
import { HistoryCard } from './history-card.tsx';
import { SyncChoice } from './sync-choice.tsx';
import type { ChosenSyncs } from './sync-choice.tsx';
import { Words } from '../../ui/words.tsx';

/** What changed in a customer between any two stored syncs; the last two if the address names none. */
export function ChangesPage({
  tenant,
  chosen,
}: {
  readonly tenant: TenantRow;
  /** The syncs that the address names. */
  readonly chosen: ChosenSyncs | null;
}) {
  const { t } = useText();
  const engine = useEngine();
  const { tenantId } = tenant;
  const name = customerName(tenant);
  const answer = useQuery({
    queryKey: keys.syncHistory(tenantId),
    queryFn: () => engine.syncs.history({ tenantId }),
  });
  return (
    <Page
      title={`${t('changes:title')} · ${name}`}
      lead={t('changes:lead')}
      back={{ path: paths.groups(tenantId), label: `${t('groups:title')} · ${name}` }}
    >
      {answer.isError && <ProblemCard problem={problemFrom(answer.error)} />}
      {answer.isPending && <Spinner label={t('common:loading')} />}
      {answer.data !== undefined && (
        <Loaded tenantId={tenantId} history={answer.data} address={chosen} />
      )}
    </Page>
  );
}

function Loaded({
  tenantId,
  history,
  address,
}: {
  readonly tenantId: string;
  readonly history: readonly KeptSync[];
  readonly address: ChosenSyncs | null;
}) {
  const { t } = useText();
  const [picked, setPicked] = useState(address);
  const [last, before] = history;
  if (last === undefined || before === undefined) {
    return (
      <EmptyState
        title={t('changes:tooFew.title')}
        body={last === undefined ? t('changes:tooFew.none') : t('changes:tooFew.one')}
      >
        <Link href={hrefOf(paths.groups(tenantId))}>{t('changes:openGroups')}</Link>
      </EmptyState>
    );
  }
  const chosen = picked ?? { from: before.id, to: last.id };
  const pick = (next: ChosenSyncs) => {
    setPicked(next);
    keepAddress(withQuery(paths.changes(tenantId, next), currentQuery()));
  };
  return (
    <>
      <HistoryCard history={history} />
      <Card title={t('changes:compare')}>
        <SyncChoice history={history} chosen={chosen} onChange={pick} />
        {chosen.from === chosen.to ? (
          <Words role="status">{t('changes:same')}</Words>
        ) : (
          <ComparisonView
            key={`${chosen.from} ${chosen.to}`}
            syncs={{ tenantId, from: chosen.from, to: chosen.to }}
          />
        )}
      </Card>
    </>
  );
}
