import { Spinner, Tab, TabList } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { ComparedSyncs } from '../../../electron/contract/comparison.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { oneOf } from '../../ui/address-query.ts';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { useText } from '../../ui/use-text.ts';
import { ChangeList } from './change-list.tsx';
import { counted, total } from './history-series.ts';

/** How much changed between two syncs, and what. */
export function ComparisonView({ syncs }: { readonly syncs: ComparedSyncs }) {
  const { t, number } = useText();
  const engine = useEngine();
  const panelId = useId();
  const [asked, ask] = useAsked();
  const what = oneOf(asked, 'show', counted, 'groups');
  const answer = useQuery({
    queryKey: keys.comparison(syncs),
    queryFn: () => engine.comparisons.summary(syncs),
  });
  if (answer.isError) return <ProblemCard problem={problemFrom(answer.error)} />;
  if (answer.data === undefined) return <Spinner label={t('common:loading')} />;
  const { summary } = answer.data;
  return (
    <>
      <TabList
        selectedValue={what}
        onTabSelect={(_, { value }) =>
          ask({ show: value === 'groups' ? '' : String(value), search: '', change: '' })
        }
      >
        {counted.map((one) => (
          <Tab key={one} value={one} aria-controls={panelId}>
            {t('changes:tabCount', {
              what: t(`changes:tab.${one}`),
              formatted: number(total(summary[one])),
            })}
          </Tab>
        ))}
      </TabList>
      <div id={panelId} role="tabpanel" aria-label={t(`changes:tab.${what}`)}>
        <ChangeList what={what} syncs={syncs} />
      </div>
    </>
  );
}
