import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { SinceHandOver as Since } from '../../../electron/contract/policy.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useText } from '../../ui/use-text.ts';
import { PeopleNames } from './people-names.tsx';
import { Quiet } from '../../ui/words.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '12px' },
  box: { display: 'grid', gap: '12px' },
  group: {
    padding: '16px 20px',
    display: 'grid',
    gap: '6px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { display: 'flex', gap: '4px 12px', flexWrap: 'wrap', alignItems: 'baseline' },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** What changed in the marked groups since the last hand-over. */
export function SinceHandOver({ tenantId }: { readonly tenantId: string }) {
  const styles = useStyles();
  const { t, age } = useText();
  const now = useNow();
  const engine = useEngine();
  const since = useQuery({
    queryKey: keys.sinceHandOver(tenantId),
    queryFn: () => engine.policies.sinceHandOver({ tenantId }),
  });
  if (since.isError) return <ProblemCard problem={problemFrom(since.error)} />;
  if (since.data === undefined) return <Spinner label={t('common:loading')} />;
  if (since.data === null) return <Quiet>{t('policies:since.never')}</Quiet>;
  const { at, groups } = since.data;
  const different = groups.filter(({ change }) => change !== 'same');
  const when = { age: age(at, now) };
  if (different.length === 0) {
    return <Quiet>{t('policies:since.same', when)}</Quiet>;
  }
  return (
    <div className={styles.box}>
      <Quiet>{t('policies:since.at', when)}</Quiet>
      <ul className={styles.list}>
        {different.map((group) => (
          <li key={group.id} className={styles.group} data-change={group.change}>
            <Difference group={group} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Difference({ group }: { readonly group: Since['groups'][number] }) {
  const styles = useStyles();
  const { t, number } = useText();
  const { peopleAdded, peopleRemoved } = group;
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.name}>
          <bdi>{group.displayName || t('common:noName')}</bdi>
        </h2>
        <span className={styles.quiet}>
          {t(`policies:since.change.${group.change}`)} · <bdi>{group.label}</bdi>
        </span>
      </div>
      {group.added > 0 && (
        <PeopleNames
          heading={t('policies:since.added', {
            count: group.added,
            formatted: number(group.added),
          })}
          count={group.added}
          people={peopleAdded}
        />
      )}
      {group.removed > 0 && (
        <PeopleNames
          heading={t('policies:since.removed', {
            count: group.removed,
            formatted: number(group.removed),
          })}
          count={group.removed}
          people={peopleRemoved}
        />
      )}
    </>
  );
}
