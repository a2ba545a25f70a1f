import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { PersonGroups } from '../../../electron/contract/directory.ts';
import { hrefOf, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  head: {
    padding: '0 16px 8px 0',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    padding: '10px 16px 10px 0',
    verticalAlign: 'top',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  nowrap: { whiteSpace: 'nowrap' },
});

/** Every group of a person: direct or through another group, and every step of the way. */
export function PersonGroupTable({ answer }: { readonly answer: PersonGroups }) {
  const styles = useStyles();
  const { t, number } = useText();
  const { person, groups } = answer;
  const name = person.displayName ?? t('common:noName');
  if (groups.length === 0) {
    return (
      <p>{answer.problem === null ? t('people:person.none') : t('people:person.noneKnown')}</p>
    );
  }
  const sorted = [...groups].sort(
    (left, right) =>
      Number(right.direct) - Number(left.direct) ||
      left.group.displayName.localeCompare(right.group.displayName),
  );
  return (
    <>
      <strong role="status">
        {t('people:person.count', { count: groups.length, formatted: number(groups.length) })}
      </strong>
      <table className={styles.table} aria-label={t('people:person.groups')}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {t('people:person.group')}
            </th>
            <th scope="col" className={styles.head}>
              {t('people:person.how')}
            </th>
            <th scope="col" className={styles.head}>
              {t('people:person.path')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ group, direct, path }) => (
            <tr key={group.id} data-group={group.id}>
              <td className={styles.cell}>
                <Link
                  dir="auto"
                  className={styles.name}
                  href={hrefOf(paths.group(group.tenantId, group.id))}
                >
                  {group.displayName || t('common:noName')}
                </Link>
              </td>
              <td className={`${styles.cell} ${styles.nowrap}`}>
                {direct ? t('people:person.direct') : t('people:person.inherited')}
              </td>
              <td className={styles.cell}>
                {[name, ...path.map((step) => step.displayName || t('common:noName'))].join(' → ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
