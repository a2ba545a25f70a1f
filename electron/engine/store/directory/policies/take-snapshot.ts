import type { PolicyStore } from '../../../directory/policies/store.ts';
import type { Database } from '../../database/open.ts';
import type { createHandOverPeople } from './hand-over-people.ts';
import type { createHandOverPoint } from './hand-over-point.ts';
import { packSnapshot } from './hand-over-snapshot.ts';
import type { Snapshot } from './hand-over-snapshot.ts';
import { timesMarked } from './policy-groups.ts';
import type { PolicyView } from './policy-groups.ts';
import type { SyncPoint } from './policy-people.ts';

/** People read at a time; other calls are served between two portions. */
const portion = 1000;

/** Records for the ledger who is handed over. The sync may be deleted while this runs. */
export function createTakeSnapshot(
  database: Database,
  views: (at: SyncPoint) => PolicyView,
  parts: {
    readonly pointOf: ReturnType<typeof createHandOverPoint>;
    readonly people: ReturnType<typeof createHandOverPeople>;
  },
): PolicyStore['snapshot'] {
  const { pointOf, people } = parts;
  const held = <T>(read: () => T): T => database.transaction(read)();

  return async (scope, marks) => {
    const { view, groups } = held(() => {
      const found = views(pointOf(scope));
      return { view: found, groups: found.groups(scope.groupIds) };
    });
    const ranks = Array.from(timesMarked(view, groups).entries()).flatMap(([rank, times]) =>
      times > 0 ? rank : [],
    );
    const everybody: Snapshot['people'] = [];
    for (let next = 0; next < ranks.length; next += portion) {
      held(() => {
        pointOf(scope);
        for (const rank of ranks.slice(next, next + portion)) {
          const person = people.person(view, rank);
          everybody.push([person.id, person.userPrincipalName, person.displayName]);
        }
      });
      await untilNextPortion();
    }
    const places = new Map(ranks.map((rank, place) => [rank, place]));
    const byId = new Map(groups.map((group) => [group.id, group]));
    return await packSnapshot({
      people: everybody,
      groups: marks.map(({ groupId, label, name }) => {
        const group = byId.get(groupId);
        const its = Array.from(group?.ranks ?? [], (rank) => places.get(rank) ?? -1);
        return { id: groupId, label, name, gone: group === undefined, people: its };
      }),
    });
  };
}

function untilNextPortion(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
