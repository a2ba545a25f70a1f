import type {
  GroupChange,
  GroupField,
  MembershipChange,
  PersonChange,
  PersonField,
} from '../../../../contract/comparison.ts';
import type { Database } from '../../database/open.ts';
import { objectTypes } from '../schema/codes.ts';
import { groupColumns, groupJoinsAt, groupRow } from '../read/group-rows.ts';
import type { GroupColumns } from '../read/group-rows.ts';
import { personColumns, personRow } from '../read/person-rows.ts';
import type { PersonColumns } from '../read/person-rows.ts';
import type { ComparedPair, ComparedSync } from './kept-syncs.ts';
import { laterOrEarlier } from './membership-list.ts';
import type { MembershipList } from './membership-list.ts';
import type { RowList } from './row-list.ts';

interface ComparedGroup extends GroupColumns {
  readonly mail_nickname: string | null;
  readonly rule: string | null;
  readonly created_at: number | null;
}

const groupFields = {
  displayName: 'name',
  mail: 'mail',
  description: 'description',
  mailNickname: 'mail_nickname',
  kind: 'kind',
  flags: 'flags',
  membershipRule: 'rule',
  membershipRuleProcessingState: 'rule_state',
  createdAt: 'created_at',
} as const satisfies Record<GroupField, keyof ComparedGroup>;

const personFields = {
  displayName: 'name',
  userPrincipalName: 'upn',
  mail: 'mail',
  jobTitle: 'job_title',
  otherAddresses: 'addresses',
  formerAddresses: 'former',
  guest: 'guest',
  enabled: 'enabled',
} as const satisfies Record<PersonField, keyof PersonColumns>;

/** Reads single changes as rows of a list. */
export function createChangeRows(database: Database) {
  const group = database.prepare(
    `SELECT ${groupColumns}, g.mail_nickname, g.rule, g.created_at
     FROM grp g ${groupJoinsAt('$sync')} WHERE g.row = $row`,
  );
  const person = database.prepare(
    `SELECT ${personColumns} FROM person p CROSS JOIN object o ON o.no = p.no WHERE p.row = ?`,
  );
  const membership = database.prepare(
    `SELECT g.id AS group_id, coalesce(${laterOrEarlier('name', 'grp', '$group')}, '') AS group_name,
       o.id, o.type,
       coalesce(${laterOrEarlier('name', 'person', '$member')},
         ${laterOrEarlier('name', 'grp', '$member')},
         ${laterOrEarlier('name', 'thing', '$member')}) AS name,
       coalesce(${laterOrEarlier('upn', 'person', '$member')}) AS upn
     FROM object o CROSS JOIN object g ON g.no = $group WHERE o.no = $member`,
  );

  const groupAt = (row: number | undefined, sync: ComparedSync): ComparedGroup | null =>
    row ? ((group.get({ row, sync: sync.no }) as ComparedGroup | undefined) ?? null) : null;
  const personAt = (row: number | undefined): PersonColumns | null =>
    row ? ((person.get(row) as PersonColumns | undefined) ?? null) : null;

  return {
    group: (list: RowList, place: number, pair: ComparedPair): GroupChange => {
      const before = groupAt(list.before[place], pair.from);
      const after = groupAt(list.after[place], pair.to);
      const view = ({ readsHidden }: ComparedSync) => ({ tenantId: pair.tenantId, readsHidden });
      return {
        change: list.kindAt(place),
        id: idOf(before, after),
        before: before && groupRow(before, view(pair.from)),
        after: after && groupRow(after, view(pair.to)),
        fields: differing(groupFields, before, after),
      };
    },
    person: (list: RowList, place: number, pair: ComparedPair): PersonChange => {
      const before = personAt(list.before[place]);
      const after = personAt(list.after[place]);
      return {
        change: list.kindAt(place),
        id: idOf(before, after),
        before: before && personRow(before, pair.tenantId),
        after: after && personRow(after, pair.tenantId),
        fields: differing(personFields, before, after),
      };
    },
    membership: (list: MembershipList, place: number, pair: ComparedPair): MembershipChange => {
      const found = membership.get({
        from: pair.from.no,
        to: pair.to.no,
        group: list.groups[place],
        member: list.members[place],
      }) as MembershipColumns;
      return {
        change: list.kindAt(place),
        group: { id: found.group_id, displayName: found.group_name },
        member: {
          id: found.id,
          type: objectTypes[found.type] ?? 'unknown',
          displayName: found.name,
          userPrincipalName: found.upn,
        },
      };
    },
  };
}

interface MembershipColumns {
  readonly group_id: string;
  readonly group_name: string;
  readonly id: string;
  readonly type: number;
  readonly name: string | null;
  readonly upn: string | null;
}

function idOf(before: { readonly id: string } | null, after: { readonly id: string } | null) {
  return (after ?? before)?.id ?? '';
}

/** The names of the properties that differ between two versions; empty if there is only one version. */
function differing<K extends string, T extends object>(
  fields: Readonly<Record<K, keyof T>>,
  before: T | null,
  after: T | null,
): K[] {
  if (!before || !after) return [];
  return (Object.keys(fields) as K[]).filter(
    (field) => before[fields[field]] !== after[fields[field]],
  );
}
