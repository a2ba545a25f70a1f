import type { CustomerColumns } from '../customers.ts';
import type { HandOverGroup, HandOverPages, HandOverPerson } from './hand-over-pages.ts';
import { whyShort } from './hand-over-table.ts';
import { jsonList } from './json-list.ts';

const listResponse = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';
/** Data that SCIM has no attribute for: the customer, the age, and whether a list of people is complete. */
const ownSchema = 'urn:ietf:params:scim:schemas:extension:evergrant:2.0:HandOver';

/**
 * Writes a hand-over as SCIM 2.0: a ListResponse with the people as Users and the marked groups as Groups.
 * Ids are Microsoft's object IDs. For a person without a user principal name, `userName`, which SCIM
 * requires, is the object ID; `active` is present only if Microsoft returned it.
 *
 * Source: RFC 7643 §4.1, §4.2; RFC 7644 §3.4.2.
 */
export async function* writeScim(
  handOver: HandOverPages,
  customers: CustomerColumns,
  counted: (rows: number) => void,
): AsyncGenerator<Uint8Array> {
  const names = new Map(handOver.groups.map(({ id, displayName }) => [id, displayName]));
  async function* users(): AsyncGenerator<readonly object[]> {
    for await (const page of handOver.people()) {
      yield page.map((person) => userOf(person, names));
      counted(page.length);
    }
  }
  const total = handOver.totalPeople + handOver.groups.length;
  const head = {
    schemas: [listResponse, ownSchema],
    totalResults: total,
    startIndex: 1,
    itemsPerPage: total,
    [ownSchema]: { ...customers.cells(handOver.tenantId), syncedAt: handOver.syncedAt },
  };
  yield Buffer.from(`${JSON.stringify(head).slice(0, -1)},"Resources":[`);
  yield* jsonList(users());
  let before = handOver.totalPeople > 0 ? ',\n' : '\n';
  for (const group of handOver.groups) {
    yield Buffer.from(`${before}${JSON.stringify(groupHead(group)).slice(0, -1)},"members":[`);
    yield* jsonList(membersOf(handOver, group));
    yield Buffer.from(']}');
    before = ',\n';
  }
  yield Buffer.from(']}\n');
}

function userOf(person: HandOverPerson, names: ReadonlyMap<string, string>): object {
  return {
    schemas: [userSchema],
    id: person.id,
    externalId: person.id,
    userName: person.userPrincipalName ?? person.id,
    ...(person.displayName !== null && { displayName: person.displayName }),
    ...(person.enabled !== null && { active: person.enabled }),
    groups: person.groupIds.map((value) => ({ value, display: names.get(value) ?? value })),
  };
}

function groupHead(group: HandOverGroup): object {
  const why = whyShort(group);
  return {
    schemas: [groupSchema, ownSchema],
    id: group.id,
    externalId: group.id,
    displayName: group.displayName,
    [ownSchema]: { label: group.label, complete: why.length === 0, why },
  };
}

async function* membersOf(
  handOver: HandOverPages,
  group: HandOverGroup,
): AsyncGenerator<readonly object[]> {
  for await (const page of handOver.peopleOf(group.id)) {
    yield page.map(({ id, displayName, userPrincipalName }) => ({
      value: id,
      type: 'User',
      display: displayName ?? userPrincipalName ?? id,
    }));
  }
}
