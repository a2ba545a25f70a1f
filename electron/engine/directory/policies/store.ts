import type { CompletenessMark, GroupRow, PersonRow } from '../../../contract/directory.ts';
import type { CoverageQuery, PolicyFinding, SinceHandOver } from '../../../contract/policy.ts';
import type { Millis } from '../../kernel/ports.ts';

/** A group that the product's policies use, as the ledger keeps it. */
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

/** Marks and hand-overs: precious, so they lie in the ledger. */
export interface MarkStore {
  /** In the order in which they were marked. */
  list(tenantId: string): Promise<MarkRecord[]>;
  /** Keeps a mark; one that is there gets the new label and name, and stays of its time. */
  put(mark: MarkRecord): Promise<MarkRecord>;
  /** False when there was none. */
  remove(tenantId: string, groupId: string): Promise<boolean>;
  /** Keeps a hand-over with its snapshot, and drops the snapshots of earlier ones. */
  addHandOver(record: HandOverRecord, snapshot: Uint8Array): Promise<void>;
  lastHandOver(tenantId: string): Promise<HandOverRecord | null>;
  /** The last hand-over with its snapshot. */
  lastSnapshot(
    tenantId: string,
  ): Promise<{ readonly at: Millis; readonly snapshot: Uint8Array } | null>;
}

/** A marked group in the last sync: null when it is not there. */
export interface GroupReading {
  readonly groupId: string;
  readonly found: {
    readonly group: GroupRow;
    /** People through nesting, each once. */
    readonly people: number;
    /** All but `gone`. */
    readonly findings: readonly PolicyFinding[];
  } | null;
}

/** How the marked groups of a tenant stand in its last sync. */
export interface PolicyReading {
  readonly syncedAt: Millis | null;
  /** In the order of the ids that were asked for. */
  readonly groups: readonly GroupReading[];
  readonly people: { readonly inOne: number; readonly inNone: number; readonly inSeveral: number };
}

/** A query as the contract has parsed it: every default is filled in. */
export type ParsedCoverageQuery = Required<CoverageQuery>;

/** What a hand-over holds of one marked group. */
export interface HandOverGroupReading {
  readonly groupId: string;
  /** Null when the group is gone. */
  readonly found: {
    readonly displayName: string;
    readonly people: number;
    /** Why the list of people may be short, the group's own reasons and those of groups inside. */
    readonly short: readonly CompletenessMark['kind'][];
  } | null;
}

/** What is handed over of one person. */
export interface HandOverPerson {
  readonly id: string;
  readonly userPrincipalName: string | null;
  readonly displayName: string | null;
  /** Null where Microsoft did not tell. */
  readonly enabled: boolean | null;
  /** The marked groups that the person is in, through nesting too. */
  readonly groupIds: readonly string[];
}

/** Which marked groups at which sync: pages of one hand-over all come from the same. */
export interface HandOverScope {
  readonly tenantId: string;
  /** The store's number of the sync. */
  readonly sync: number;
  readonly groupIds: readonly string[];
}

/** A mark, as it is compared with the last hand-over. */
export type ComparedMark = Pick<MarkRecord, 'groupId' | 'label' | 'name'>;

/** The marked groups in the directory cache. The ledger's marks are passed in. */
export interface PolicyStore {
  overview(tenantId: string, groupIds: readonly string[]): Promise<PolicyReading>;
  /** People in none or in several of the groups, by name. */
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
  /** Holds still what is handed over; null when the tenant was never synced. */
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
   * People of the marked groups by name, or of one of them, from `start` on; `next` is where the
   * next page starts, null after the last.
   *
   * @throws EvergrantError `policy.syncGone` when the sync is no longer kept.
   */
  handOverPeople(
    scope: HandOverScope,
    window: { readonly groupId: string | null; readonly start: number; readonly limit: number },
  ): Promise<{ readonly people: HandOverPerson[]; readonly next: number | null }>;
  /**
   * The same groups with label, name and people, as the ledger keeps them: gzip of JSON.
   *
   * @throws EvergrantError `policy.syncGone`.
   */
  snapshot(scope: HandOverScope, marks: readonly ComparedMark[]): Promise<Uint8Array>;
  /** What differs between a snapshot and the marked groups now; null when the tenant was never synced. */
  since(
    tenantId: string,
    marks: readonly ComparedMark[],
    snapshot: Uint8Array,
    limit: number,
  ): Promise<SinceHandOver['groups'] | null>;
}
