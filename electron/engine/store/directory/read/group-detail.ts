import type { GroupDetail, GroupRow } from '../../../../contract/directory.ts';
import type { Database } from '../../database/open.ts';
import { objectType } from '../schema/codes.ts';
import { groupColumns, groupJoins, groupMarks, groupRow } from './group-rows.ts';
import type { GroupColumns } from './group-rows.ts';
import { insideGroup, peopleInside, seenAt } from './nesting.ts';
import { instantOf } from './tenant-views.ts';
import type { TenantView } from './tenant-views.ts';

interface DetailColumns extends GroupColumns {
  readonly mail_nickname: string | null;
  readonly rule: string | null;
  readonly created_at: number | null;
}

/** Reads what a group's page shows. */
export function createGroupDetail(database: Database) {
  const find = database.prepare(
    `SELECT ${groupColumns}, g.mail_nickname, g.rule, g.created_at
     FROM object x CROSS JOIN grp g ON g.no = x.no AND ${seenAt('g')} ${groupJoins}
     WHERE x.tenant_no = $tenant AND x.id = $id`,
  );
  const nested = database
    .prepare(
      `SELECT count(*) FROM membership m
         CROSS JOIN object o ON o.no = m.member_no AND o.type = ${objectType.group}
         CROSS JOIN grp g ON g.no = m.member_no AND ${seenAt('g')}
       WHERE m.group_no = $group AND ${seenAt('m')}`,
    )
    .pluck();
  const effective = database
    .prepare(
      `${insideGroup} SELECT count(*) FROM ${peopleInside} e
         CROSS JOIN person p ON p.no = e.no AND ${seenAt('p')}`,
    )
    .pluck();

  const row = (view: TenantView, groupId: string): DetailColumns | null =>
    (find.get({ tenant: view.no, id: groupId, sync: view.sync }) as DetailColumns | undefined) ??
    null;
  return {
    /** A group that exists at the shown sync, or null. */
    columns: (view: TenantView, groupId: string): GroupColumns | null => row(view, groupId),
    /** A group as a list shows it, or null. */
    row(view: TenantView, groupId: string): GroupRow | null {
      const found = row(view, groupId);
      return found && groupRow(found, view);
    },
    /** The store's number of a group that exists at the shown sync, or null. */
    number: (view: TenantView, groupId: string): number | null => row(view, groupId)?.no ?? null,
    detail(view: TenantView, groupId: string): GroupDetail | null {
      const found = row(view, groupId);
      if (!found) return null;
      const at = { group: found.no, sync: view.sync };
      return {
        ...groupRow(found, view),
        mailNickname: found.mail_nickname,
        membershipRule: found.rule,
        membershipRuleProcessingState: found.rule_state,
        createdAt: instantOf(found.created_at),
        marks: groupMarks(found, view),
        nestedGroups: Number(nested.get(at)),
        effectiveMembers: Number(effective.get(at)),
        syncedAt: instantOf(view.syncedAt),
      };
    },
  };
}
