import { Link, makeStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEngine } from '../../client/engine-context.tsx';
import { problemFrom } from '../../client/problem-from.ts';
import { keys } from '../../client/queries.ts';
import { Card } from '../../ui/card.tsx';
import { ProblemCard } from '../../ui/problem-card.tsx';
import { hrefOf, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { inCircle, listedNesting } from './nesting-list.ts';
import { NestingPicture } from './nesting-picture.tsx';
import { Quiet } from '../../ui/words.tsx';

/** With more groups than this a picture is unreadable; the list remains. */
const drawable = 60;

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', display: 'grid', gap: '4px' },
});

/**
 * The groups that contain this one and the groups in it, as a picture and as a list. Nothing if there is no
 * nesting.
 */
export function NestingCard({
  tenantId,
  groupId,
}: {
  readonly tenantId: string;
  readonly groupId: string;
}) {
  const styles = useStyles();
  const { t, number } = useText();
  const engine = useEngine();
  const answer = useQuery({
    queryKey: keys.nesting(tenantId, groupId),
    queryFn: () => engine.groups.nesting({ tenantId, groupId }),
  });
  if (answer.isError) return <ProblemCard problem={problemFrom(answer.error)} tone="warning" />;
  const nesting = answer.data;
  if (nesting === undefined || nesting.edges.length === 0) return null;
  return (
    <Card title={t('groups:nesting.title')}>
      <Quiet>
        {t('groups:nesting.key')}
        {inCircle(nesting) && ` ${t('groups:nesting.circle')}`}
        {nesting.more && ` ${t('groups:nesting.more', { number: number(nesting.nodes.length) })}`}
      </Quiet>
      {nesting.nodes.length <= drawable && (
        <NestingPicture nesting={nesting} tenantId={tenantId} groupId={groupId} />
      )}
      <details>
        <summary>{t('groups:nesting.asList')}</summary>
        <ul className={styles.list}>
          {listedNesting(nesting).map(({ group, within }) => (
            <li key={group.id}>
              <Link href={hrefOf(paths.group(tenantId, group.id))}>
                <bdi>{group.displayName || t('common:noName')}</bdi>
              </Link>
              {`: ${t('groups:nesting.contains', { names: within.join(', ') })}`}
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
