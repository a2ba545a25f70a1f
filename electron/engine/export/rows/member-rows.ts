import type { GroupQuery, GroupRow, MemberRow } from '../../../contract/directory.ts';
import { completeness, completenessColumns, whyEffectiveShort, whyShort } from '../completeness.ts';
import type { CustomerColumns } from '../customers.ts';
import type { Snapshot } from '../snapshot.ts';
import type { ExportSources } from '../sources.ts';
import type { ExportRow, ExportTable } from '../table.ts';
import { lackingRow } from './group-rows.ts';
import { windows } from './windows.ts';

/** Large windows, because each costs a round trip to the store's thread. */
const windowSize = 1000;

const own = [
  'groupId',
  'groupName',
  'scope',
  'memberId',
  'memberType',
  'displayName',
  'userPrincipalName',
  'mail',
  'guest',
  'enabled',
] as const;

/** The groups whose members a table holds. */
export interface WantedMembers {
  readonly groups: AsyncIterable<GroupRow>;
  readonly scope: 'direct' | 'effective';
  readonly totalRows: number | null;
}

/**
 * Members of all groups in one table. A group without members has one row without a member, which shows
 * whether the group is empty or couldn't be read.
 */
export function memberTable(
  sources: Pick<ExportSources, 'groups'>,
  customers: CustomerColumns,
  snapshot: Snapshot,
  wanted: WantedMembers,
): ExportTable {
  const { scope } = wanted;
  const whyOf = scope === 'direct' ? whyShort : whyEffectiveShort;
  async function* batches(): AsyncGenerator<readonly ExportRow[]> {
    if (customers.neverSynced.length > 0) {
      yield customers.neverSynced.map((id) => lackingRow(customers, id));
    }
    for await (const group of wanted.groups) {
      const { tenantId, id: groupId } = group;
      const why = await whyOf(sources.groups, group);
      const head = {
        ...customers.cells(tenantId),
        groupId,
        groupName: group.displayName,
        scope,
      };
      const tail = completeness(why, snapshot.syncedAt(tenantId));
      const ask = (offset: number, limit: number) =>
        sources.groups.members({ tenantId, groupId, scope, search: '', offset, limit });
      const rowOf = (member: MemberRow): ExportRow => ({
        ...head,
        ...memberCells(member),
        ...tail,
      });
      let hasRows = false;
      for await (const rows of windows(ask, rowOf, [], windowSize)) {
        hasRows = true;
        yield rows;
      }
      if (!hasRows) yield [{ ...head, ...tail }];
    }
  }
  return {
    columns: [...customers.names, ...own, ...completenessColumns],
    totalRows: wanted.totalRows,
    batches: batches(),
  };
}

function memberCells(member: MemberRow): ExportRow {
  return {
    memberId: member.id,
    memberType: member.type,
    displayName: member.displayName,
    userPrincipalName: member.userPrincipalName,
    mail: member.mail,
    guest: member.guest,
    enabled: member.enabled,
  };
}

/** Individually selected groups. Errors: `group.unknown`. */
export async function* chosenGroups(
  groups: ExportSources['groups'],
  chosen: readonly { readonly tenantId: string; readonly groupId: string }[],
): AsyncGenerator<GroupRow> {
  for (const { tenantId, groupId } of chosen) yield await groups.get(tenantId, groupId);
}

/** Groups that match a query. */
export async function* foundGroups(
  groups: ExportSources['groups'],
  query: Required<Omit<GroupQuery, 'offset' | 'limit'>>,
): AsyncGenerator<GroupRow> {
  const limit = 200;
  for (let offset = 0; ; offset += limit) {
    const { rows } = await groups.list({ ...query, offset, limit });
    yield* rows;
    if (rows.length < limit) return;
  }
}
