import { implement } from '@orpc/server';
import { engineContract } from '../../../electron/contract/contract.ts';
import type { PolicyFinding, PolicyGroup } from '../../../electron/contract/policy.ts';
import { ago, groupAt, personAt } from './sample-data.ts';
import type { Scenario } from './scenario.ts';

const inNone = 118;
const inSeveral = 31;

/** Groups for policies over made-up rows: one group for each thing that can be wrong with it. */
export function policiesRouter(scenario: Scenario) {
  const engine = implement(engineContract);
  const marked = (tenantId: string): PolicyGroup[] =>
    scenario === 'neverSynced' || scenario === 'nothingMarked'
      ? []
      : [
          group(tenantId, 8, 'Everyone: baseline', 1640, []),
          group(tenantId, 9, 'VPN for sales', 212, [
            { kind: 'guests', count: 3 },
            { kind: 'disabledPeople', count: 1 },
            { kind: 'sameName', count: 1 },
          ]),
          group(tenantId, 2, 'Board devices', 0, [{ kind: 'hidden', count: null }]),
          group(tenantId, 17, 'Clinic tablets', 40, [{ kind: 'onlyNested', count: null }]),
          group(tenantId, 14, 'News', 12, [
            { kind: 'distribution', count: null },
            { kind: 'incomplete', count: null },
          ]),
          group(tenantId, 15, 'Leavers', 6, [{ kind: 'dynamicPaused', count: null }]),
          group(tenantId, 27, 'Pilot', 0, [{ kind: 'empty', count: null }]),
          {
            ...group(tenantId, 31, 'Old VPN', 0, [{ kind: 'gone', count: null }]),
            displayName: 'Remote access (old)',
            group: null,
          },
        ];
  const firstMark = (tenantId: string) => group(tenantId, 8, 'Everyone: baseline', 1640, []);
  return {
    overview: engine.policies.overview.handler(({ input: { tenantId } }) => {
      const groups = marked(tenantId);
      const known = groups.length > 0;
      return {
        groups,
        people: known
          ? { inOne: 2022, inNone, inSeveral }
          : { inOne: 0, inNone: 2140, inSeveral: 0 },
        age: { tenantId, syncedAt: scenario === 'neverSynced' ? null : ago(95) },
        lastHandOver: known ? { at: ago(9000), ticket: 'INC-4711' } : null,
      };
    }),
    mark: engine.policies.mark.handler(({ input }) => firstMark(input.tenantId)),
    unmark: engine.policies.unmark.handler(() => ({ removed: true })),
    people: engine.policies.people.handler(({ input }) => {
      const total = input.coverage === 'none' ? inNone : inSeveral;
      const groups =
        input.coverage === 'none'
          ? []
          : marked(input.tenantId)
              .slice(0, 2)
              .map(({ groupId, displayName, label }) => ({ id: groupId, displayName, label }));
      const rows = Array.from({ length: total }, (_, index) => ({
        person: personAt(input.tenantId, index * 7),
        groups,
      }));
      return { total, rows: rows.slice(input.offset, input.offset + input.limit) };
    }),
    sinceHandOver: engine.policies.sinceHandOver.handler(({ input: { tenantId } }) => {
      const people = (from: number, count: number) =>
        Array.from({ length: count }, (_, index) => {
          const { id, displayName, userPrincipalName } = personAt(tenantId, from + index);
          return { id, displayName, userPrincipalName };
        });
      const groups = marked(tenantId).map(({ groupId, displayName, label }) => ({
        id: groupId,
        displayName,
        label,
        change: 'same' as 'same' | 'people' | 'marked' | 'gone' | 'renamed',
        peopleAdded: people(0, 0),
        peopleRemoved: people(0, 0),
      }));
      if (groups.length === 0) return null;
      const changes = [
        { change: 'people' as const, peopleAdded: people(3, 2), peopleRemoved: people(9, 1) },
        { change: 'renamed' as const },
        { change: 'marked' as const, peopleAdded: people(20, 34) },
      ];
      return {
        at: ago(9000),
        groups: groups
          .map((one, index) => ({
            ...one,
            ...changes[index],
            ...(index === groups.length - 1 && { change: 'gone' as const }),
          }))
          .map((one) => ({
            ...one,
            added: one.peopleAdded.length,
            removed: one.peopleRemoved.length,
          })),
      };
    }),
  };
}

function group(
  tenantId: string,
  index: number,
  label: string,
  people: number,
  findings: PolicyFinding[],
): PolicyGroup {
  const row = groupAt(tenantId, index);
  return {
    groupId: row.id,
    displayName: row.displayName,
    label,
    markedAt: ago(12_000),
    group: row,
    people,
    findings,
  };
}
