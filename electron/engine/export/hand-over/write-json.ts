import type { CustomerColumns } from '../customers.ts';
import type { HandOverPages } from './hand-over-pages.ts';
import { whyShort } from './hand-over-table.ts';
import { jsonList } from './json-list.ts';

/**
 * Writes a hand-over as one JSON document: its customer and age, the groups, then each person once with the
 * ids of their groups.
 */
export async function* writeHandOverJson(
  handOver: HandOverPages,
  customers: CustomerColumns,
  counted: (rows: number) => void,
): AsyncGenerator<Uint8Array> {
  const head = {
    ...customers.cells(handOver.tenantId),
    syncedAt: handOver.syncedAt,
    groups: handOver.groups.map((group) => ({
      id: group.id,
      displayName: group.displayName,
      label: group.label,
      people: group.people,
      complete: whyShort(group).length === 0,
      why: whyShort(group),
    })),
  };
  async function* people(): AsyncGenerator<readonly object[]> {
    for await (const page of handOver.people()) {
      yield page.map(({ id, userPrincipalName, displayName, groupIds }) => ({
        id,
        userPrincipalName,
        displayName,
        groupIds,
      }));
      counted(page.length);
    }
  }
  yield Buffer.from(`${JSON.stringify(head).slice(0, -1)},"people":[`);
  yield* jsonList(people());
  yield Buffer.from(']}\n');
}
