import type {
  GroupChange,
  MembershipChange,
  PersonChange,
} from '../../../electron/contract/comparison.ts';
import { paths } from '../../ui/router.ts';
import { RowLink } from '../../ui/row-link.tsx';
import type { Translate } from '../../../text/create-text.ts';
import type { WindowColumn } from '../../ui/window-column.ts';
import { ChangeKindWord } from './change-kind.tsx';
import { RenamedName } from './renamed-name.tsx';

type Columns<Row> = readonly WindowColumn<Row, never>[];

const changeColumn = <Row extends GroupChange | PersonChange | MembershipChange>(
  t: Translate,
): WindowColumn<Row, never> => ({
  id: 'change',
  heading: t('changes:column.change'),
  width: '120px',
  cell: ({ change }) => <ChangeKindWord change={change} />,
});

/** Columns of changed groups. */
export function groupColumns(t: Translate, tenantId: string): Columns<GroupChange> {
  return [
    changeColumn(t),
    {
      id: 'name',
      heading: t('changes:column.name'),
      width: 'minmax(0, 2fr)',
      cell: ({ id, before, after }) => (
        <RenamedName
          before={before?.displayName}
          after={after?.displayName}
          path={after === null ? null : paths.group(tenantId, id)}
        />
      ),
    },
    {
      id: 'differs',
      heading: t('changes:column.differs'),
      width: 'minmax(0, 1.4fr)',
      cell: ({ fields }) => fields.map((field) => t(`changes:groupField.${field}`)).join(', '),
    },
  ];
}

/** Columns of changed people. */
export function personColumns(t: Translate, tenantId: string): Columns<PersonChange> {
  return [
    changeColumn(t),
    {
      id: 'name',
      heading: t('changes:column.name'),
      width: 'minmax(0, 1.6fr)',
      cell: ({ id, before, after }) => (
        <RenamedName
          before={before?.displayName}
          after={after?.displayName}
          path={after === null ? null : paths.person(tenantId, id)}
        />
      ),
    },
    {
      id: 'address',
      heading: t('changes:column.address'),
      width: 'minmax(0, 1.6fr)',
      cell: ({ before, after }) => (after ?? before)?.userPrincipalName,
    },
    {
      id: 'differs',
      heading: t('changes:column.differs'),
      width: 'minmax(0, 1.2fr)',
      cell: ({ fields }) => fields.map((field) => t(`changes:personField.${field}`)).join(', '),
    },
  ];
}

/** Columns of memberships that were added or removed. A deleted group says so on its own page. */
export function membershipColumns(t: Translate, tenantId: string): Columns<MembershipChange> {
  return [
    changeColumn(t),
    {
      id: 'group',
      heading: t('changes:column.group'),
      width: 'minmax(0, 1.6fr)',
      cell: ({ group }) => (
        <RowLink path={paths.group(tenantId, group.id)} name={group.displayName} />
      ),
    },
    {
      id: 'member',
      heading: t('changes:column.member'),
      width: 'minmax(0, 1.6fr)',
      cell: ({ member }) => <bdi>{member.displayName ?? member.id}</bdi>,
    },
    {
      id: 'address',
      heading: t('changes:column.address'),
      width: 'minmax(0, 1.6fr)',
      cell: ({ member }) =>
        member.userPrincipalName ??
        (member.type === 'user' ? null : t(`groups:memberType.${member.type}`)),
    },
  ];
}
