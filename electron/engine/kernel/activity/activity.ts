import type { ActivityEntry } from '../../../contract/activity.ts';
import type { ChangePublisher } from '../changes.ts';
import type { Clock, Millis, Random } from '../ports.ts';
import type { ActivityRecord, ActivityStore } from './store.ts';
import type { Tickets } from './tickets.ts';

/** What was done; the record adds the line's ID, time and, unless given, ticket. */
export type Deed = Pick<ActivityRecord, 'action' | 'result'> &
  Partial<Omit<ActivityRecord, 'id' | 'at'>>;

/** The append-only record of what was done, when, by which account, with what result. */
export interface Activity {
  record(deed: Deed): Promise<void>;
  /**
   * Makes the line of an action, for a store that appends it in the same transaction as the action
   * itself.
   */
  line(deed: Deed): Promise<ActivityRecord>;
  /** Newest first. */
  list(query: {
    readonly tenantId: string | null;
    readonly before: Millis | null;
    readonly limit: number;
  }): Promise<ActivityEntry[]>;
}

/** Makes the activity record. */
export function createActivity(ports: {
  readonly store: ActivityStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly changes: ChangePublisher;
  readonly tickets: Pick<Tickets, 'now'>;
}): Activity {
  const line = async (deed: Deed): Promise<ActivityRecord> => {
    const tenantId = deed.tenantId ?? null;
    return {
      profileId: null,
      account: null,
      params: {},
      problem: null,
      ...deed,
      tenantId,
      ticket: deed.ticket === undefined ? await ports.tickets.now(tenantId) : deed.ticket,
      id: ports.random.guid(),
      at: ports.clock.now(),
    };
  };
  return {
    line,
    record: async (deed) => {
      const entry = await line(deed);
      await ports.store.append(entry);
      ports.changes.publish({ topic: 'activity', tenantId: entry.tenantId });
    },
    list: async (query) => {
      const lines = await ports.store.list(query);
      return lines.map((line) => ({ ...line, at: new Date(line.at).toISOString() }));
    },
  };
}
