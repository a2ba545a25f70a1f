import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { GroupDetail, MemberRow } from '../../../electron/contract/directory.ts';
import { useEngine } from '../../client/engine-context.tsx';
import { keys } from '../../client/queries.ts';
import { searchOf } from '../../ui/address-query.ts';
import { ExportButton } from '../../ui/export-button.tsx';
import { memberChoices } from '../../ui/forms/export-choices.ts';
import { FoundProblem } from '../../ui/found-list.tsx';
import { go, paths } from '../../ui/router.ts';
import { RowLink } from '../../ui/row-link.tsx';
import { SearchField } from '../../ui/forms/search-field.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { useText } from '../../ui/use-text.ts';
import { useWindows } from '../../ui/use-windows.ts';
import { WindowTable } from '../../ui/window-table.tsx';
import type { WindowColumn } from '../../ui/window-table.tsx';
import { Row } from '../../ui/row.tsx';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: '12px', flexGrow: 1 },
  table: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The members of a group: direct as recorded, or effective people, each once. */
export function MemberList({
  group,
  scope,
  panelId,
}: {
  readonly group: GroupDetail;
  readonly scope: 'direct' | 'effective';
  readonly panelId: string;
}) {
  const styles = useStyles();
  const { text, t, number } = useText();
  const engine = useEngine();
  const [asked, ask] = useAsked();
  const search = searchOf(asked);
  const query = { tenantId: group.tenantId, groupId: group.id, scope, search };
  const members = useWindows(
    (window) => keys.members(query, window),
    (offset, limit, signal) => engine.groups.members({ ...query, offset, limit }, { signal }),
  );
  const columns = useColumns(group.tenantId);
  const open = (member: MemberRow) => {
    const path = pathOf(group.tenantId, member);
    if (path !== null) go(path);
  };
  const empty = members.first !== undefined && members.total === 0;
  const nothing =
    search !== ''
      ? t('groups:detail.noMemberMatch')
      : group.marks.length > 0
        ? t('groups:detail.noKnownMembers')
        : t('groups:detail.noMembers');
  return (
    <div
      className={styles.panel}
      id={panelId}
      role="tabpanel"
      aria-label={t(`groups:detail.${scope}`)}
    >
      <Row gap={16} align="center">
        <SearchField
          label={t('groups:detail.searchMembers')}
          hint={t('people:searchHint')}
          value={search}
          onChange={(text) => ask({ search: text })}
        />
        <ExportButton choices={memberChoices(text, group, scope)} />
        <strong role="status">
          {members.first !== undefined &&
            !empty &&
            t('groups:detail.membersCount', {
              count: members.total,
              formatted: number(members.total),
            })}
        </strong>
      </Row>
      <FoundProblem found={members} />
      {empty ? (
        <p className={styles.quiet}>{nothing}</p>
      ) : (
        <div className={styles.table} style={{ height: heightOf(members.total) }}>
          <WindowTable
            label={t(`groups:detail.${scope}`)}
            columns={columns}
            total={members.total}
            rowAt={members.rowAt}
            show={members.show}
            onOpen={open}
            topic={search}
          />
        </div>
      )}
    </div>
  );
}

function useColumns(tenantId: string): readonly WindowColumn<MemberRow, never>[] {
  const styles = useStyles();
  const { t } = useText();
  return useMemo(() => {
    const stateOf = (member: MemberRow) =>
      [
        t(`groups:memberType.${member.type}`),
        ...(member.guest ? [t('groups:guest').toLowerCase()] : []),
        ...(member.enabled === false ? [t('groups:disabled').toLowerCase()] : []),
      ].join(', ');
    return [
      {
        id: 'name',
        heading: t('groups:detail.name'),
        width: 'minmax(0, 2fr)',
        cell: (member) => {
          const path = pathOf(tenantId, member);
          return path === null ? (
            <bdi>{member.displayName ?? t('common:noName')}</bdi>
          ) : (
            <RowLink path={path} name={member.displayName} />
          );
        },
      },
      {
        id: 'type',
        heading: t('groups:detail.type'),
        width: 'minmax(0, 1.2fr)',
        cell: stateOf,
      },
      {
        id: 'address',
        heading: t('groups:detail.address'),
        width: 'minmax(0, 2fr)',
        cell: (member) => (
          <span className={styles.quiet}>
            {member.userPrincipalName ?? member.mail ?? member.id}
          </span>
        ),
      },
    ];
  }, [tenantId, styles, t]);
}

/** A short list is as high as its rows; a long one scrolls internally. */
function heightOf(total: number): number {
  return Math.min(520, Math.max(226, total * 44 + 50));
}

/** People and groups have screens; devices, contacts and applications do not. */
function pathOf(tenantId: string, member: MemberRow): string | null {
  if (member.type === 'user') return paths.person(tenantId, member.id);
  return member.type === 'group' ? paths.group(tenantId, member.id) : null;
}
