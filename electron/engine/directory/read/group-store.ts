import type {
  GroupDetail,
  GroupQuery,
  GroupWindow,
  MemberQuery,
  MemberWindow,
} from '../../../contract/directory.ts';
import type { Nesting } from '../../../contract/nesting.ts';

/** A query as parsed by the contract, with all defaults filled in. */
export type ParsedGroupQuery = Required<GroupQuery>;
export type ParsedMemberQuery = Required<MemberQuery>;

/** Groups as of the last finished sync of their tenant. */
export interface GroupStore {
  list(query: ParsedGroupQuery): Promise<GroupWindow>;
  /** Null when no synced group of this tenant has this ID. */
  get(tenantId: string, groupId: string): Promise<GroupDetail | null>;
  /** The parent and nested groups of a group, 200 at most. Null as with `get`. */
  nesting(tenantId: string, groupId: string): Promise<Nesting | null>;
  /** Null as with `get`. */
  members(query: ParsedMemberQuery): Promise<MemberWindow | null>;
}
