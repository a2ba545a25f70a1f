import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useId } from 'react';
import type { PolicyOverview } from '../../../electron/contract/policy.ts';
import { oneOf } from '../../ui/address-query.ts';
import { useAsked } from '../../ui/use-asked.ts';
import { useText } from '../../ui/use-text.ts';
import { CoverageList } from './coverage-list.tsx';
import { isShort } from './is-short.ts';
import { MarkedGroups } from './marked-groups.tsx';
import { SinceHandOver } from './since-hand-over.tsx';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '16px', flexGrow: 1 },
  panel: { display: 'flex', flexDirection: 'column', flexGrow: 1 },
});

const tabs = ['groups', 'none', 'several', 'since'] as const;
type Shown = (typeof tabs)[number];

/** The marked groups, who is in none or in several of them, and what changed. */
export function PolicyTabs({
  tenantId,
  overview,
}: {
  readonly tenantId: string;
  readonly overview: PolicyOverview;
}) {
  const styles = useStyles();
  const { t, number } = useText();
  const panelId = useId();
  const [asked, ask] = useAsked();
  const shown = oneOf(asked, 'show', tabs, 'groups');
  const { groups, people } = overview;
  const labels: Record<Shown, string> = {
    groups: t('policies:tab.groups', { formatted: number(groups.length) }),
    none: t('policies:tab.none', { formatted: number(people.inNone) }),
    several: t('policies:tab.several', { formatted: number(people.inSeveral) }),
    since: t('policies:tab.since'),
  };
  return (
    <div className={styles.box}>
      <TabList
        selectedValue={shown}
        onTabSelect={(_, { value }) =>
          ask({ show: value === 'groups' ? '' : String(value), search: '' })
        }
      >
        {tabs.map((tab) => (
          <Tab key={tab} value={tab} aria-controls={panelId}>
            {labels[tab]}
          </Tab>
        ))}
      </TabList>
      <div className={styles.panel} id={panelId} role="tabpanel" aria-label={labels[shown]}>
        {shown === 'groups' && <MarkedGroups tenantId={tenantId} groups={groups} />}
        {(shown === 'none' || shown === 'several') && (
          <CoverageList
            key={shown}
            tenantId={tenantId}
            coverage={shown}
            unsure={groups.filter(isShort).length}
          />
        )}
        {shown === 'since' && <SinceHandOver tenantId={tenantId} />}
      </div>
    </div>
  );
}
