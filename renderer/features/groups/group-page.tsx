import { makeStyles, Spinner, Tab, TabList } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { GroupDetail } from '../../../electron/contract/directory.ts';
import type { TenantRow } from '../../../electron/contract/tenant.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { customerName } from '../../../text/words/customer-name.ts';
import { oneOf } from '../../ui/address-query.ts';
import { AgeNote } from '../../ui/age-note.tsx';
import { MarkForPolicy } from '../../ui/mark-for-policy.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { paths } from '../../ui/router.ts';
import { useAsked } from '../../ui/use-asked.ts';
import { useText } from '../../ui/use-text.ts';
import { CompletenessMarks } from './completeness-marks.tsx';
import { GroupProperties } from './group-properties.tsx';
import { MemberList } from './member-list.tsx';
import { NestingCard } from './nesting-card.tsx';
import { kindWords } from './kind-words.ts';
import { Quiet } from '../../ui/words.tsx';

const useStyles = makeStyles({
  members: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
  },
});

/** One group: whether its list is complete, its members in three views, its properties. */
export function GroupPage({
  tenant,
  groupId,
}: {
  readonly tenant: TenantRow;
  readonly groupId: string;
}) {
  const { t } = useText();
  const engine = useEngine();
  const { tenantId } = tenant;
  const back = {
    path: paths.groups(tenantId),
    label: `${t('groups:title')} · ${customerName(tenant)}`,
  };
  const answer = useQuery({
    queryKey: keys.group(tenantId, groupId),
    queryFn: () => engine.groups.get({ tenantId, groupId }),
  });
  if (answer.isError) {
    return (
      <Page title={t('groups:title')} back={back}>
        <ProblemCard problem={problemFrom(answer.error)} />
      </Page>
    );
  }
  if (answer.data === undefined) return <Spinner label={t('common:loading')} />;
  return <Loaded group={answer.data} back={back} />;
}

function Loaded({
  group,
  back,
}: {
  readonly group: GroupDetail;
  readonly back: { readonly path: string; readonly label: string };
}) {
  const styles = useStyles();
  const { text, t, number } = useText();
  const panelId = useId();
  const counted = (count: number) => {
    if (group.marks.length === 0) return number(count);
    return count === 0
      ? t('groups:detail.noneKnown')
      : t('groups:detail.known', { number: number(count) });
  };
  const [asked, ask] = useAsked();
  const scope = oneOf(asked, 'members', ['effective'], 'direct');
  return (
    <Page
      title={group.displayName || t('common:noName')}
      lead={kindWords(text, group)}
      back={back}
      actions={
        <MarkForPolicy
          tenantId={group.tenantId}
          groupId={group.id}
          displayName={group.displayName}
        />
      }
    >
      <AgeNote ages={[{ tenantId: group.tenantId, syncedAt: group.syncedAt }]} />
      <CompletenessMarks marks={group.marks} />
      <section className={styles.members} aria-label={t('groups:detail.members')}>
        <TabList
          selectedValue={scope}
          onTabSelect={(_, { value }) => ask({ members: value === 'effective' ? value : '' })}
        >
          <Tab value="direct" aria-controls={panelId}>
            {`${t('groups:detail.direct')} (${counted(group.directMembers)})`}
          </Tab>
          <Tab value="effective" aria-controls={panelId}>
            {`${t('groups:detail.effective')} (${counted(group.effectiveMembers)})`}
          </Tab>
        </TabList>
        <Quiet>
          {scope === 'direct' ? t('groups:detail.directHint') : t('groups:detail.effectiveHint')}
          {group.nestedGroups > 0 &&
            ` ${t('groups:detail.nested')}: ${number(group.nestedGroups)}.`}
        </Quiet>
        <MemberList key={scope} panelId={panelId} group={group} scope={scope} />
      </section>
      <NestingCard tenantId={group.tenantId} groupId={group.id} />
      <GroupProperties group={group} />
    </Page>
  );
}
