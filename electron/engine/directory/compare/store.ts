import type {
  ChangeQuery,
  ComparedSyncs,
  Comparison,
  GroupChangeWindow,
  MembershipChangeWindow,
  PersonChangeWindow,
} from '../../../contract/comparison.ts';
import type { KeptSync } from '../../../contract/sync.ts';

/** A query as parsed by the contract, with all defaults filled in. */
export type ParsedChangeQuery = Required<ChangeQuery>;

/**
 * Stored syncs and the differences between any two of them. All but `history` return null when one of the two
 * is not stored.
 */
export interface ComparisonStore {
  /** Finished syncs with all their rows still stored, newest first. */
  history(tenantId: string): Promise<KeptSync[]>;
  summary(compared: ComparedSyncs): Promise<Comparison | null>;
  /** By name in the later sync; the search covers the names and mail addresses of both. */
  groups(query: ParsedChangeQuery): Promise<GroupChangeWindow | null>;
  people(query: ParsedChangeQuery): Promise<PersonChangeWindow | null>;
  /** By the group's name, then the member's; the search covers both. */
  memberships(query: ParsedChangeQuery): Promise<MembershipChangeWindow | null>;
}
