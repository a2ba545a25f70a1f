import type { ActivityEntry } from '../../contract/activity.ts';
import type {
  ChangeQuery,
  ComparedSyncs,
  Comparison,
  GroupChangeWindow,
  MembershipChangeWindow,
  PersonChangeWindow,
} from '../../contract/comparison.ts';
import type {
  GroupDetail,
  GroupQuery,
  GroupWindow,
  MemberQuery,
  MemberWindow,
  PersonGroups,
  PersonQuery,
  PersonWindow,
} from '../../contract/directory.ts';
import type { Nesting } from '../../contract/nesting.ts';
import type { HandOver } from '../directory/policies/hand-over.ts';
import type { TenantRecord } from '../tenants/store.ts';

/** The services whose rows are exported. All of them read the cache; none uses the network. */
export interface ExportSources {
  readonly tenants: {
    list(): Promise<readonly TenantRecord[]>;
    /** Errors: `tenant.unknown`. */
    get(tenantId: string): Promise<TenantRecord>;
  };
  readonly activity: {
    /** Newest first. */
    list(query: {
      readonly tenantId: string | null;
      readonly before: null;
      readonly limit: number;
    }): Promise<readonly ActivityEntry[]>;
  };
  readonly groups: {
    list(query: Required<GroupQuery>): Promise<GroupWindow>;
    /** Errors: `group.unknown`. */
    get(tenantId: string, groupId: string): Promise<GroupDetail>;
    /** Errors: `group.unknown`. */
    members(query: Required<MemberQuery>): Promise<MemberWindow>;
    /** Errors: `group.unknown`. */
    nesting(tenantId: string, groupId: string): Promise<Nesting>;
  };
  readonly people: {
    list(query: Required<PersonQuery>): Promise<PersonWindow>;
    /** Errors: `person.unknown`. */
    groups(asked: {
      readonly tenantId: string;
      readonly personId: string;
      readonly source: 'cache';
    }): Promise<PersonGroups>;
  };
  /** All methods: `comparison.syncGone`. */
  readonly comparisons: {
    summary(compared: ComparedSyncs): Promise<Comparison>;
    groups(query: Required<ChangeQuery>): Promise<GroupChangeWindow>;
    people(query: Required<ChangeQuery>): Promise<PersonChangeWindow>;
    memberships(query: Required<ChangeQuery>): Promise<MembershipChangeWindow>;
  };
  readonly policies: {
    /** Errors: `policy.nothingMarked`, `policy.notSynced`. */
    handOver(tenantId: string): Promise<HandOver>;
    recordHandOver(handOver: HandOver, as: { readonly ticket: string | null }): Promise<void>;
  };
}
