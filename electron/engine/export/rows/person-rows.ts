import type { PersonQuery, PersonRow } from '../../../contract/directory.ts';
import { completeness, completenessColumns } from '../completeness.ts';
import type { CustomerColumns } from '../customers.ts';
import type { Snapshot } from '../snapshot.ts';
import type { ExportSources } from '../sources.ts';
import type { ExportRow, ExportTable } from '../table.ts';
import { lackingRow } from './group-rows.ts';
import { windows } from './windows.ts';

const own = [
  'personId',
  'displayName',
  'userPrincipalName',
  'mail',
  'jobTitle',
  'otherAddresses',
  'guest',
  'enabled',
] as const;

/** The people that match a query; a customer without data has a row that says so. */
export async function personTable(
  sources: Pick<ExportSources, 'people'>,
  customers: CustomerColumns,
  snapshot: Snapshot,
  query: Required<Omit<PersonQuery, 'offset' | 'limit'>>,
): Promise<ExportTable> {
  const ask = (offset: number, limit: number) => sources.people.list({ ...query, offset, limit });
  const { total } = await ask(0, 1);
  const rowOf = (person: PersonRow): ExportRow => ({
    ...customers.cells(person.tenantId),
    personId: person.id,
    displayName: person.displayName,
    userPrincipalName: person.userPrincipalName,
    mail: person.mail,
    jobTitle: person.jobTitle,
    otherAddresses: person.otherAddresses,
    guest: person.guest,
    enabled: person.enabled,
    ...completeness([], snapshot.syncedAt(person.tenantId)),
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
