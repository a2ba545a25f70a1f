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
  /** Every way from a person to a group; which of the two no synced one has the id of. */
  paths(query: ParsedPathsQuery): Promise<Paths | 'noPerson' | 'noGroup'>;
  /**
   * User resources of Graph in the shape of the cache; nothing is read there.
   *
   * @throws EvergrantError `sync.unreadablePage` when an answer has not the documented shape.
   */
  presentPeople(answers: {
    readonly tenantId: string;
    readonly people: readonly unknown[];
  }): Promise<PersonRow[]>;
  /**
   * What Graph said just now, in the shape of the cache: sizes and paths are added where the cache
   * knows them. A path is only told when the person is in each of its groups now.
   *
   * @throws EvergrantError `sync.unreadablePage` when an answer has not the documented shape.
   */
  presentLive(answers: {
    readonly tenantId: string;
    /** A user resource. */
    readonly person: unknown;
    /** Group resources: every group, however nested. */
    readonly groups: readonly unknown[];
    readonly directIds: readonly string[];
  }): Promise<Pick<CachedPersonGroups, 'person' | 'groups'>>;
}
