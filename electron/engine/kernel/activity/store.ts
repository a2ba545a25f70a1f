import type { ActivityEntry } from '../../../contract/activity.ts';
import type { Millis } from '../ports.ts';

export type ActivityRecord = Omit<ActivityEntry, 'at'> & { readonly at: Millis };

export interface ActivityStore {
  /** Appends a line. Lines are never changed, and deleted only when their tenant is forgotten. */
  append(entry: ActivityRecord): Promise<void>;
  /** Newest first. */
  list(query: {
    readonly tenantId: string | null;
    readonly before: Millis | null;
    readonly limit: number;
  }): Promise<ActivityRecord[]>;
}
