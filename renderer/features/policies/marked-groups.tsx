import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PolicyGroup } from '../../../electron/contract/policy.ts';
import { MarkDialog } from '../../ui/mark-for-policy.tsx';
import { hrefOf, paths } from '../../ui/router.ts';
import { useText } from '../../ui/use-text.ts';
import { isShort } from './is-short.ts';
import { Reliability } from './reliability.tsx';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 0,
    textAlign: 'left',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    padding: '10px 16px',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  cell: {
    padding: '12px 16px',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  number: { textAlign: 'right' },
  narrow: { width: '1%', whiteSpace: 'nowrap' },
});

/** The marked groups, each with its label, its people, and whether a policy can rely on it. */
export function MarkedGroups({
  tenantId,
  groups,
}: {
  readonly tenantId: string;
  readonly groups: readonly PolicyGroup[];
}) {
  const styles = useStyles();
  const { t, number } = useText();
  const [changed, setChanged] = useState<PolicyGroup | null>(null);
  const [open, setOpen] = useState(false);
  const change = (group: PolicyGroup) => {
    setChanged(group);
    setOpen(true);
  };
  /** Never a plain zero: the known count of an incomplete list is a minimum. */
  const peopleIn = (group: PolicyGroup): string => {
    if (!isShort(group)) return number(group.people);
    return group.people === 0
      ? t('policies:noneKnown')
      : t('policies:atLeast', { formatted: number(group.people) });
  };
  return (
    <>
      <table className={styles.table} aria-label={t('policies:customers.groups')}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {t('policies:group')}
            </th>
            <th scope="col" className={styles.head}>
              {t('policies:label')}
            </th>
            <th scope="col" className={`${styles.head} ${styles.number}`}>
              {t('policies:people')}
            </th>
            <th scope="col" className={styles.head}>
              {t('policies:reliance')}
            </th>
            <th scope="col" className={styles.head}>
              <span className="visually-hidden">{t('policies:change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.groupId} data-group={group.groupId}>
              <td className={styles.cell}>
                <GroupName tenantId={tenantId} group={group} />
              </td>
              <td className={styles.cell}>
                <bdi>{group.label}</bdi>
              </td>
              <td className={`${styles.cell} ${styles.number}`}>{peopleIn(group)}</td>
              <td className={styles.cell}>
                <Reliability findings={group.findings} />
              </td>
              <td className={`${styles.cell} ${styles.narrow}`}>
                <Button
                  size="small"
                  aria-label={t('policies:changeNamed', {
                    group: group.displayName || t('common:noName'),
                  })}
                  onClick={() => change(group)}
                >
                  {t('policies:change')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changed !== null && (
        <MarkDialog
          key={changed.groupId}
          tenantId={tenantId}
          group={{ id: changed.groupId, displayName: changed.displayName, label: changed.label }}
          open={open}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function GroupName({
  tenantId,
  group,
}: {
  readonly tenantId: string;
  readonly group: PolicyGroup;
}) {
  const styles = useStyles();
  const { t } = useText();
  const name = <bdi>{group.displayName || t('common:noName')}</bdi>;
  if (group.group === null) return <span className={styles.name}>{name}</span>;
  return (
    <>
      <Link className={styles.name} href={hrefOf(paths.group(tenantId, group.groupId))}>
        {name}
      </Link>
      <div className={styles.quiet}>
        {[t(`groups:kind.${group.group.kind}`), group.group.mail]
          .filter((part) => part !== null)
          .join(' · ')}
      </div>
    </>
  );
}
