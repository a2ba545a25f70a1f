import type { z } from 'zod';
import type { GroupChange, MembershipChange, PersonChange } from '../../../contract/comparison.ts';
import type { exportContent } from '../../../contract/export.ts';
import type { CustomerColumns } from '../customers.ts';
import type { ExportSources } from '../sources.ts';
import type { Cell, ExportRow, ExportTable } from '../table.ts';
import { windows } from './windows.ts';

type ChangesContent = Extract<z.output<typeof exportContent>, { kind: 'changes' }>;

const columnsOf = {
  groups: [
    'change',
    'groupId',
    'nameBefore',
    'nameAfter',
    'fields',
    'mailBefore',
    'mailAfter',
    'membersBefore',
    'membersAfter',
  ],
  people: [
    'change',
    'personId',
    'nameBefore',
    'nameAfter',
    'fields',
    'userPrincipalNameBefore',
    'userPrincipalNameAfter',
    'mailBefore',
    'mailAfter',
  ],
  memberships: [
    'change',
    'groupId',
    'groupName',
    'memberId',
    'memberType',
    'displayName',
    'userPrincipalName',
  ],
} as const;

/** The two syncs between which a change was seen, as the age of its row. */
const between = ['fromSync', 'toSync'] as const;

/** Changes between two stored syncs. Errors: `comparison.syncGone`. */
export async function changeTable(
  sources: Pick<ExportSources, 'comparisons'>,
  customers: CustomerColumns,
  { syncs, of }: ChangesContent,
): Promise<ExportTable> {
  const { comparisons } = sources;
  const { from, to } = await comparisons.summary(syncs);
  const query = { ...syncs, search: '', change: null };
  const ends = { fromSync: from.finishedAt, toSync: to.finishedAt };
  const whole = (row: ExportRow): ExportRow => ({
    ...customers.cells(syncs.tenantId),
    ...row,
    ...ends,
  });
  const list = {
    groups: () =>
      counted(
        (offset, limit) => comparisons.groups({ ...query, offset, limit }),
        (change: GroupChange) => whole(groupCells(change)),
      ),
    people: () =>
      counted(
        (offset, limit) => comparisons.people({ ...query, offset, limit }),
        (change: PersonChange) => whole(personCells(change)),
      ),
    memberships: () =>
      counted(
        (offset, limit) => comparisons.memberships({ ...query, offset, limit }),
        (change: MembershipChange) => whole(membershipCells(change)),
      ),
  };
  return {
    columns: [...customers.names, ...columnsOf[of], ...between],
    ...(await list[of]()),
  };
}

async function counted<T>(
  ask: (
    offset: number,
    limit: number,
  ) => Promise<{ readonly total: number; readonly rows: readonly T[] }>,
  rowOf: (entry: T) => ExportRow,
): Promise<Pick<ExportTable, 'totalRows' | 'batches'>> {
  const { total } = await ask(0, 1);
  return { totalRows: total, batches: windows(ask, rowOf) };
}

type Cells<Of extends keyof typeof columnsOf> = Readonly<
  Record<(typeof columnsOf)[Of][number], Cell>
>;

function groupCells({ change, id, before, after, fields }: GroupChange): Cells<'groups'> {
  return {
    change,
    groupId: id,
    nameBefore: before?.displayName ?? null,
    nameAfter: after?.displayName ?? null,
    fields,
    mailBefore: before?.mail ?? null,
    mailAfter: after?.mail ?? null,
    membersBefore: before?.directMembers ?? null,
    membersAfter: after?.directMembers ?? null,
  };
}

function personCells({ change, id, before, after, fields }: PersonChange): Cells<'people'> {
  return {
    change,
    personId: id,
    nameBefore: before?.displayName ?? null,
    nameAfter: after?.displayName ?? null,
    fields,
    userPrincipalNameBefore: before?.userPrincipalName ?? null,
    userPrincipalNameAfter: after?.userPrincipalName ?? null,
    mailBefore: before?.mail ?? null,
    mailAfter: after?.mail ?? null,
  };
}

function membershipCells({ change, group, member }: MembershipChange): Cells<'memberships'> {
  return {
    change,
    groupId: group.id,
    groupName: group.displayName,
    memberId: member.id,
    memberType: member.type,
    displayName: member.displayName,
    userPrincipalName: member.userPrincipalName,
  };
}
