import type {
  ChangeQuery,
  ComparedSyncs,
  Comparison,
  GroupChangeWindow,
  MembershipChangeWindow,
  PersonChangeWindow,
} from '../../../contract/comparison.ts';
import type { KeptSync } from '../../../contract/sync.ts';

/** A query as the contract has parsed it: every default is filled in. */
export type ParsedChangeQuery = Required<ChangeQuery>;

/** Kept syncs, and what differs between any two of them. All but `history` answer null when one of the two is not kept. */
export interface ComparisonStore {
  /** Finished syncs of which every row is still there, the newest first. */
  history(tenantId: string): Promise<KeptSync[]>;
  summary(compared: ComparedSyncs): Promise<Comparison | null>;
  /** By name, as the later sync has it; searched by the names and mail addresses of both. */
  groups(query: ParsedChangeQuery): Promise<GroupChangeWindow | null>;
  people(query: ParsedChangeQuery): Promise<PersonChangeWindow | null>;
  /** By the group's name, then the member's; searched by either. */
  memberships(query: ParsedChangeQuery): Promise<MembershipChangeWindow | null>;
}
