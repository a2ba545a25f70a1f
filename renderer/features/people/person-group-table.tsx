import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronUp16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { PersonGroup, PersonGroups } from '../../../electron/contract/directory.ts';
import { hrefOf, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { Ways } from './ways.tsx';

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
  opened: { borderBottomColor: 'transparent' },
  ways: { padding: '0 0 12px', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  nowrap: { whiteSpace: 'nowrap' },
  narrow: { width: '1%', whiteSpace: 'nowrap', paddingRight: 0 },
});

/** Every group of a person: direct or through another group, with every step of the path. */
export function PersonGroupTable({ answer }: { readonly answer: PersonGroups }) {
  const styles = useStyles();
  const { t, number } = useText();
  const { groups } = answer;
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
            <th scope="col" className={styles.head}>
              <span className="visually-hidden">{t('people:person.why')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => (
            <Row key={one.group.id} one={one} answer={answer} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ one, answer }: { readonly one: PersonGroup; readonly answer: PersonGroups }) {
  const styles = useStyles();
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const { person, source } = answer;
  const { group, direct, path } = one;
  const noName = t('common:noName');
  const steps = [person.displayName ?? noName, ...path.map((step) => step.displayName || noName)];
  return (
    <>
      <tr data-group={group.id}>
        <td className={mergeClasses(styles.cell, open && styles.opened)}>
          <Link
            dir="auto"
            className={styles.name}
            href={hrefOf(paths.group(group.tenantId, group.id))}
          >
            {group.displayName || noName}
          </Link>
        </td>
        <td className={mergeClasses(styles.cell, styles.nowrap, open && styles.opened)}>
          {direct ? t('people:person.direct') : t('people:person.inherited')}
        </td>
        <td className={mergeClasses(styles.cell, open && styles.opened)}>{steps.join(' → ')}</td>
        <td className={mergeClasses(styles.cell, styles.narrow, open && styles.opened)}>
          <Button
            size="small"
            appearance="subtle"
            aria-expanded={open}
            aria-label={t('people:person.whyNamed', { group: group.displayName || noName })}
            icon={open ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
            iconPosition="after"
            onClick={() => setOpen(!open)}
          >
            {t('people:person.why')}
          </Button>
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={4} className={styles.ways}>
            <Ways person={person} group={group} live={source === 'live'} />
          </td>
        </tr>
      )}
    </>
  );
}
