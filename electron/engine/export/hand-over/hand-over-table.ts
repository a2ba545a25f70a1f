import { completeness, completenessColumns } from '../completeness.ts';
import type { CustomerColumns } from '../customers.ts';
import type { ExportRow, ExportTable } from '../table.ts';
import type { HandOverGroup, HandOverPages } from './hand-over-pages.ts';

const own = [
  'label',
  'groupId',
  'groupName',
  'personId',
  'userPrincipalName',
  'displayName',
] as const;

/** A hand-over as rows: one for each person of each group, and one for each group without people. */
export function handOverTable(handOver: HandOverPages, customers: CustomerColumns): ExportTable {
  async function* batches(): AsyncGenerator<readonly ExportRow[]> {
    for (const group of handOver.groups) {
      const head = {
        ...customers.cells(handOver.tenantId),
        label: group.label,
        groupId: group.id,
        groupName: group.displayName,
      };
      const tail = completeness(whyShort(group), handOver.syncedAt);
      let hasPeople = false;
      for await (const people of handOver.peopleOf(group.id)) {
        hasPeople ||= people.length > 0;
        yield people.map(({ id, userPrincipalName, displayName }) => ({
          ...head,
          personId: id,
          userPrincipalName,
          displayName,
          ...tail,
        }));
      }
      if (!hasPeople) yield [{ ...head, ...tail }];
    }
  }
  return {
    columns: [...customers.names, ...own, ...completenessColumns],
    totalRows: handOver.groups.reduce((sum, { people }) => sum + Math.max(people, 1), 0),
    batches: batches(),
  };
}

/** Why the list of a group's people is, or may be, incomplete; empty if it's complete. */
export function whyShort(group: HandOverGroup): readonly string[] {
  return group.gone ? ['gone'] : group.marks;
}
