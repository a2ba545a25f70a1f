import { implement } from '@orpc/server';
import { engineContract } from '../../../electron/contract/contract.ts';
import type { GroupChange, PersonChange } from '../../../electron/contract/comparison.ts';
import type { KeptSync } from '../../../electron/contract/sync.ts';
import { ago, groupAt, id, personAt, syncedRun } from './sample-data.ts';

const kinds = ['added', 'renamed', 'removed', 'changed'] as const;
const days = 12;

/** History and comparing over made-up rows. `synced` false: there is no sync. */
export function changesRouter(synced: boolean) {
  const engine = implement(engineContract);
  return {
    history: engine.syncs.history.handler(() =>
      synced ? Array.from({ length: days }, (_, back) => keptSync(back)) : [],
    ),
    comparisons: {
      summary: engine.comparisons.summary.handler(({ input }) => ({
        from: { id: input.from, finishedAt: ago(1535) },
        to: { id: input.to, finishedAt: ago(95) },
        summary: {
          groups: { added: 11, removed: 10, renamed: 10, changed: 10 },
          people: { added: 6, removed: 6, renamed: 6, changed: 5 },
          memberships: { added: 240, removed: 61 },
        },
      })),
      groups: engine.comparisons.groups.handler(({ input }) => {
        const all = Array.from({ length: 41 }, (_, index) => groupChange(input.tenantId, index));
        return windowOf(
          all.filter(({ change }) => input.change === null || change === input.change),
          input,
        );
      }),
      people: engine.comparisons.people.handler(({ input }) => {
        const all = Array.from({ length: 23 }, (_, index) => personChange(input.tenantId, index));
        return windowOf(
          all.filter(({ change }) => input.change === null || change === input.change),
          input,
        );
      }),
      memberships: engine.comparisons.memberships.handler(({ input }) => {
        const all = Array.from({ length: 301 }, (_, index) => {
          const { displayName, userPrincipalName } = personAt(input.tenantId, index);
          return {
            change: index < 240 ? ('added' as const) : ('removed' as const),
            group: { id: id(7, 8), displayName: groupAt(input.tenantId, 8).displayName },
            member: { id: id(8, index), type: 'user' as const, displayName, userPrincipalName },
          };
        });
        return windowOf(
          all.filter(({ change }) => input.change === null || change === input.change),
          input,
        );
      }),
    },
  };
}

function windowOf<Row>(
  rows: readonly Row[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
) {
  return { total: rows.length, rows: rows.slice(offset, offset + limit) };
}

function keptSync(back: number): KeptSync {
  const { counts } = syncedRun(1, 0);
  const swing = (back * 7) % 5;
  const none = { added: 0, removed: 0, renamed: 0, changed: 0 };
  return {
    id: id(5, back + 1),
    mode: back % 7 === 6 || back === days - 1 ? 'full' : 'delta',
    startedAt: ago(96 + back * 1440),
    finishedAt: ago(95 + back * 1440),
    counts: {
      ...counts,
      users: counts.users - back * 3,
      groups: counts.groups - back * 12 + swing * 9,
      memberships: counts.memberships - back * 120 + swing * 60,
    },
    changes:
      back === days - 1
        ? null
        : {
            groups: { ...none, added: 6 * swing, removed: swing, renamed: 1 },
            people: { ...none, added: swing },
            memberships: { added: 40 + swing * 50, removed: 20 * swing },
          },
  };
}

function groupChange(tenantId: string, index: number): GroupChange {
  const change = kinds[index % kinds.length] ?? 'changed';
  const after = groupAt(tenantId, index);
  return {
    change,
    id: after.id,
    before:
      change === 'added'
        ? null
        : { ...after, ...(change === 'renamed' && { displayName: `Old ${after.displayName}` }) },
    after: change === 'removed' ? null : after,
    fields:
      change === 'renamed' ? ['displayName'] : change === 'changed' ? ['description', 'flags'] : [],
  };
}

function personChange(tenantId: string, index: number): PersonChange {
  const change = kinds[index % kinds.length] ?? 'changed';
  const after = personAt(tenantId, index);
  return {
    change,
    id: after.id,
    before:
      change === 'added'
        ? null
        : { ...after, ...(change === 'renamed' && { displayName: 'Jane Maiden' }) },
    after: change === 'removed' ? null : after,
    fields: change === 'renamed' ? ['displayName'] : change === 'changed' ? ['enabled'] : [],
  };
}
