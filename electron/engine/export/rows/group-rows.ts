import type { GroupQuery, GroupRow } from '../../../contract/directory.ts';
import { completeness, completenessColumns, whyShort } from '../completeness.ts';
import type { CustomerColumns } from '../customers.ts';
import type { Snapshot } from '../snapshot.ts';
import type { ExportSources } from '../sources.ts';
import type { ExportRow, ExportTable } from '../table.ts';
import { windows } from './windows.ts';

const own = [
  'groupId',
  'groupName',
  'kind',
  'mail',
  'description',
  'flags',
  'directMembers',
] as const;

/** The groups that match a query; a customer without data has a row that says so. */
export async function groupTable(
  sources: Pick<ExportSources, 'groups'>,
  customers: CustomerColumns,
  snapshot: Snapshot,
  query: Required<Omit<GroupQuery, 'offset' | 'limit'>>,
): Promise<ExportTable> {
  const { groups } = sources;
  const ask = (offset: number, limit: number) => groups.list({ ...query, offset, limit });
  const { total } = await ask(0, 1);
  const rowOf = async (group: GroupRow): Promise<ExportRow> => ({
    ...customers.cells(group.tenantId),
    groupId: group.id,
    groupName: group.displayName,
    kind: group.kind,
    mail: group.mail,
    description: group.description,
    flags: group.flags,
    directMembers: group.directMembers,
    ...completeness(await whyShort(groups, group), snapshot.syncedAt(group.tenantId)),
  });
  return {
    columns: [...customers.names, ...own, ...completenessColumns],
    totalRows: total + customers.neverSynced.length,
    batches: windows(
      ask,
      rowOf,
      customers.neverSynced.map((id) => lackingRow(customers, id)),
    ),
  };
}

/** The row of a customer without data in the cache. */
export function lackingRow(customers: CustomerColumns, tenantId: string): ExportRow {
  return { ...customers.cells(tenantId), ...completeness(['neverSynced'], null) };
}
