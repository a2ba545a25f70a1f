import type { PersonGroup } from '../../../contract/directory.ts';
import { completeness, completenessColumns, whyShort } from '../completeness.ts';
import type { CustomerColumns } from '../customers.ts';
import type { Snapshot } from '../snapshot.ts';
import type { ExportSources } from '../sources.ts';
import type { ExportRow, ExportTable } from '../table.ts';

const own = [
  'personId',
  'displayName',
  'userPrincipalName',
  'groupId',
  'groupName',
  'kind',
  'direct',
  'path',
] as const;

/** The groups of one person with the shortest path to each. Errors: `person.unknown`. */
export async function personGroupTable(
  sources: Pick<ExportSources, 'groups' | 'people'>,
  customers: CustomerColumns,
  snapshot: Snapshot,
  asked: { readonly tenantId: string; readonly personId: string },
): Promise<ExportTable> {
  const { person, groups } = await sources.people.groups({ ...asked, source: 'cache' });
  const head = {
    ...customers.cells(asked.tenantId),
    personId: person.id,
    displayName: person.displayName,
    userPrincipalName: person.userPrincipalName,
  };
  const rowOf = async ({ group, direct, path }: PersonGroup): Promise<ExportRow> => ({
    ...head,
    groupId: group.id,
    groupName: group.displayName,
    kind: group.kind,
    direct,
    path: [person.displayName ?? person.id, ...path.map((step) => step.displayName)].join(' → '),
    ...completeness(await whyShort(sources.groups, group), snapshot.syncedAt(asked.tenantId)),
  });
  async function* batches(): AsyncGenerator<readonly ExportRow[]> {
    yield await Promise.all(groups.map(rowOf));
  }
  return {
    columns: [...customers.names, ...own, ...completenessColumns],
    totalRows: groups.length,
    batches: batches(),
  };
}
