import { implement, ORPCError } from '@orpc/server';
import { engineContract } from '../../../electron/contract/contract.ts';
import { nestingAround } from './nesting-sample.ts';
import type { Scenario } from './scenario.ts';
import { ago, groupAt, memberAt, personAt } from './sample-data.ts';

const groupTotal = 10_000;
const personTotal = 2140;

/** The directory's part of the contract over made-up rows, in scenarios in which it was never read or rows fail. */
export function directoryRouter(tenantIds: readonly string[], scenario: Scenario) {
  const synced = scenario !== 'neverSynced';
  let failures = scenario === 'lateRows' ? 1 : 0;
  const engine = implement(engineContract);
  const home = tenantIds[0] ?? '';
  const ages = (tenantId: string | null) =>
    (tenantId === null ? tenantIds : [tenantId]).map((id, index) => ({
      tenantId: id,
      syncedAt: synced && (tenantId !== null || index < 2) ? ago(95) : null,
    }));
  const indexes = (total: number, matches: (index: number) => boolean) =>
    synced ? Array.from({ length: total }, (_, index) => index).filter(matches) : [];

  return {
    groups: {
      list: engine.groups.list.handler(({ input }) => {
        if (input.offset > 0 && failures > 0) {
          failures -= 1;
          throw new ORPCError('EVERGRANT', {
            defined: true,
            data: { code: 'internal', params: {}, retry: 'now' },
          });
        }
        const wanted = input.search.toLowerCase();
        const found = indexes(groupTotal, (index) => {
          const group = groupAt(home, index);
          return (
            `${group.displayName} ${group.mail ?? ''} ${group.id}`.toLowerCase().includes(wanted) &&
            (input.kinds.length === 0 || input.kinds.includes(group.kind)) &&
            input.flags.every((flag) => group.flags.includes(flag)) &&
            (!input.emptyOnly || group.directMembers === 0)
          );
        });
        if (input.descending) found.reverse();
        const rows = found
          .slice(input.offset, input.offset + input.limit)
          .map((index) => groupAt(input.tenantId ?? home, index));
        return { total: found.length, rows, age: ages(input.tenantId) };
      }),
      get: engine.groups.get.handler(({ input }) =>
        groupAt(input.tenantId, Number(input.groupId.slice(-12))),
      ),
      nesting: engine.groups.nesting.handler(({ input }) =>
        nestingAround(input.tenantId, Number(input.groupId.slice(-12))),
      ),
      members: engine.groups.members.handler(({ input }) => {
        const group = groupAt(input.tenantId, Number(input.groupId.slice(-12)));
        const count = input.scope === 'direct' ? group.directMembers : group.effectiveMembers;
        const all = Array.from({ length: count }, (_, index) => memberAt(input.tenantId, index));
        return { total: count, rows: all.slice(input.offset, input.offset + input.limit) };
      }),
    },
    people: {
      list: engine.people.list.handler(({ input }) => {
        const wanted = input.search.toLowerCase();
        const found = indexes(personTotal, (index) => {
          const person = personAt(home, index);
          return [person.displayName, person.userPrincipalName, ...person.otherAddresses].some(
            (label) => label?.toLowerCase().includes(wanted),
          );
        });
        const rows = found
          .slice(input.offset, input.offset + input.limit)
          .map((index) => personAt(input.tenantId ?? home, index));
        return { total: found.length, rows, age: ages(input.tenantId) };
      }),
      find: engine.people.find.handler(({ input }) => {
        const rows = Array.from({ length: 40 }, (_, index) => personAt(input.tenantId, index));
        const wanted = input.search.toLowerCase();
        const found = rows.filter(({ displayName }) => displayName?.toLowerCase().includes(wanted));
        return { rows: found, more: false };
      }),
      paths: engine.people.paths.handler(({ input }) => {
        const step = (index: number) => {
          const { id, displayName } = groupAt(input.tenantId, index);
          return { id, displayName };
        };
        const end = step(Number(input.groupId.slice(-12)));
        return {
          paths: [
            [step(8), end],
            [step(12), step(17), end],
            [step(8), step(3), step(17), end],
          ],
          more: false,
        };
      }),
      groups: engine.people.groups.handler(({ input }) => {
        const person = personAt(input.tenantId, Number(input.personId.slice(-12)));
        const step = (index: number) => {
          const { id, displayName } = groupAt(input.tenantId, index);
          return { id, displayName };
        };
        const group = (index: number, path: readonly number[]) => ({
          group: groupAt(input.tenantId, index),
          direct: path.length === 0,
          path: [...path, index].map(step),
        });
        return {
          person,
          source: input.source,
          at: input.source === 'live' ? ago(0) : ago(95),
          groups: [group(8, []), group(17, [8]), group(26, [8, 17]), group(12, [])],
          problem: null,
        };
      }),
    },
  };
}
