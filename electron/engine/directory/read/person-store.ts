import type {
  PersonGroup,
  PersonQuery,
  PersonRow,
  PersonWindow,
} from '../../../contract/directory.ts';
import type { Paths, PathsQuery } from '../../../contract/nesting.ts';
import type { Millis } from '../../kernel/ports.ts';

export type ParsedPersonQuery = Required<PersonQuery>;
export type ParsedPathsQuery = Required<PathsQuery>;

/** A person with every group that they are in, as of the last finished sync. */
export interface CachedPersonGroups {
  readonly person: PersonRow;
  readonly syncedAt: Millis | null;
  /** By name; `path` is the shortest path from the person to the group, with the group last. */
  readonly groups: readonly PersonGroup[];
}

/** People as of the last finished sync of their tenant. */
export interface PersonStore {
  list(query: ParsedPersonQuery): Promise<PersonWindow>;
  /** Null when no synced person of this tenant has this ID. */
  groups(tenantId: string, personId: string): Promise<CachedPersonGroups | null>;
  /** Every path from a person to a group, or which of the two no synced object has the ID of. */
  paths(query: ParsedPathsQuery): Promise<Paths | 'noPerson' | 'noGroup'>;
  /**
   * Converts user resources of Graph to the cache's format, without reading the cache.
   *
   * @throws EvergrantError `sync.unreadablePage` when an answer does not have the documented form.
   */
  presentPeople(answers: {
    readonly tenantId: string;
    readonly people: readonly unknown[];
  }): Promise<PersonRow[]>;
  /**
   * Converts live answers of Graph to the cache's format, with sizes and paths where the cache has them. A
   * path is returned only if the person is currently in each of its groups.
   *
   * @throws EvergrantError `sync.unreadablePage` when an answer does not have the documented form.
   */
  presentLive(answers: {
    readonly tenantId: string;
    /** A user resource. */
    readonly person: unknown;
    /** Group resources: every group, directly or nested. */
    readonly groups: readonly unknown[];
    readonly directIds: readonly string[];
  }): Promise<Pick<CachedPersonGroups, 'person' | 'groups'>>;
}
