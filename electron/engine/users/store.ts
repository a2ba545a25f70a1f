import type { PersonGroup, PersonQuery, PersonRow, PersonWindow } from '../../contract/directory.ts';
import type { Millis } from '../ports.ts';

export type ParsedPersonQuery = Required<PersonQuery>;

/** A person with every group that they are in, as the last finished sync saw it. */
export interface CachedPersonGroups {
  readonly person: PersonRow;
  readonly syncedAt: Millis | null;
  /** By name; `path` is the shortest way from the person to the group, the group itself last. */
  readonly groups: readonly PersonGroup[];
}

/** People as the last finished sync of their tenant saw them. */
export interface PersonStore {
  list(query: ParsedPersonQuery): Promise<PersonWindow>;
  /** Null when no synced person of this tenant has the id. */
  groups(tenantId: string, personId: string): Promise<CachedPersonGroups | null>;
}
