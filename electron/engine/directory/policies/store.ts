import type { CompletenessMark, GroupRow, PersonRow } from '../../../contract/directory.ts';
import type { CoverageQuery, PolicyFinding, SinceHandOver } from '../../../contract/policy.ts';
import type { Millis } from '../../kernel/ports.ts';

/** A group that the product's policies use, as stored in the ledger. */
export interface MarkRecord {
  readonly tenantId: string;
  readonly groupId: string;
  readonly label: string;
  /** The group's name when it was marked. */
  readonly name: string;
  readonly markedAt: Millis;
}

/** When groups were handed over, and under which ticket. */
export interface HandOverRecord {
  readonly tenantId: string;
  readonly at: Millis;
  readonly ticket: string | null;
}

/** Marks and hand-overs. They cannot be recreated, so they are in the ledger. */
export interface MarkStore {
  /** In the order in which they were marked. */
  list(tenantId: string): Promise<MarkRecord[]>;
  /** Stores a mark. An existing mark gets the new label and name and keeps its time. */
  put(mark: MarkRecord): Promise<MarkRecord>;
  /** False when there was no mark. */
  remove(tenantId: string, groupId: string): Promise<boolean>;
  /** Stores a hand-over with its snapshot, and deletes earlier snapshots. */
  addHandOver(record: HandOverRecord, snapshot: Uint8Array): Promise<void>;
  lastHandOver(tenantId: string): Promise<HandOverRecord | null>;
  /** The last hand-over with its snapshot. */
  lastSnapshot(
    tenantId: string,
  ): Promise<{ readonly at: Millis; readonly snapshot: Uint8Array } | null>;
}

/** A marked group in the last sync; null when it is not in that sync. */
export interface GroupReading {
  readonly groupId: string;
  readonly found: {
    readonly group: GroupRow;
    /** People including nested ones, each counted once. */
    readonly people: number;
    /** All findings except `gone`. */
    readonly findings: readonly PolicyFinding[];
  } | null;
}

/** The marked groups of a tenant in its last sync. */
export interface PolicyReading {
  readonly syncedAt: Millis | null;
  /** In the order of the requested IDs. */
  readonly groups: readonly GroupReading[];
  readonly people: { readonly inOne: number; readonly inNone: number; readonly inSeveral: number };
}

/** A query as parsed by the contract, with all defaults filled in. */
export type ParsedCoverageQuery = Required<CoverageQuery>;

/** What a hand-over contains of one marked group. */
export interface HandOverGroupReading {
  readonly groupId: string;
  /** Null when the group is gone. */
  readonly found: {
    readonly displayName: string;
    readonly people: number;
    /** Why the list of people may be incomplete: the reasons of the group and of its nested groups. */
    readonly short: readonly CompletenessMark['kind'][];
  } | null;
}

/** What is handed over about one person. */
export interface HandOverPerson {
  readonly id: string;
  readonly userPrincipalName: string | null;
  readonly displayName: string | null;
  /** Null if Microsoft did not return it. */
  readonly enabled: boolean | null;
  /** The marked groups that the person is in, directly or nested. */
  readonly groupIds: readonly string[];
}

/** The marked groups and the sync: all pages of one hand-over come from the same sync. */
export interface HandOverScope {
  readonly tenantId: string;
  /** The store's number of the sync. */
  readonly sync: number;
  readonly groupIds: readonly string[];
}

/** A mark, for comparison with the last hand-over. */
export type ComparedMark = Pick<MarkRecord, 'groupId' | 'label' | 'name'>;

/** The marked groups in the directory cache. The ledger's marks are passed in. */
export interface PolicyStore {
  overview(tenantId: string, groupIds: readonly string[]): Promise<PolicyReading>;
  /** People in none of the groups, or in several, by name. */
  people(
    query: ParsedCoverageQuery,
    groupIds: readonly string[],
  ): Promise<{
    readonly total: number;
    readonly rows: readonly {
      readonly person: PersonRow;
      readonly groups: readonly { readonly id: string; readonly displayName: string }[];
    }[];
  }>;
  /** Opens a hand-over that later changes don't affect; null when the tenant was never synced. */
  openHandOver(
    tenantId: string,
    groupIds: readonly string[],
  ): Promise<{
    readonly sync: number;
    readonly syncedAt: Millis | null;
    readonly totalPeople: number;
    readonly groups: readonly HandOverGroupReading[];
  } | null>;
  /**
   * People of the marked groups, or of one of them, by name, from `start` on; `next` is where the next page
   * starts, null after the last.
   *
   * @throws EvergrantError `policy.syncGone` when the sync is no longer stored.
   */
  handOverPeople(
    scope: HandOverScope,
    window: { readonly groupId: string | null; readonly start: number; readonly limit: number },
  ): Promise<{ readonly people: HandOverPerson[]; readonly next: number | null }>;
  /**
   * The same groups with label, name and people, as stored in the ledger: gzipped JSON.
   *
   * @throws EvergrantError `policy.syncGone`.
   */
  snapshot(scope: HandOverScope, marks: readonly ComparedMark[]): Promise<Uint8Array>;
  /** Differences between a snapshot and the marked groups now; null when the tenant was never synced. */
  since(
    tenantId: string,
    marks: readonly ComparedMark[],
    snapshot: Uint8Array,
    limit: number,
  ): Promise<SinceHandOver['groups'] | null>;
}
