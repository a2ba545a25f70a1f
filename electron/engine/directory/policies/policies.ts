import type {
  CoverageWindow,
  PolicyGroup,
  PolicyOverview,
  SinceHandOver,
} from '../../../contract/policy.ts';
import type { Activity } from '../../kernel/activity/activity.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { ChangePublisher } from '../../kernel/changes.ts';
import type { Clock } from '../../kernel/ports.ts';
import { byLabelAndName, openHandOver } from './hand-over.ts';
import type { HandOver } from './hand-over.ts';
import type {
  GroupReading,
  MarkRecord,
  MarkStore,
  ParsedCoverageQuery,
  PolicyReading,
  PolicyStore,
} from './store.ts';

/** Groups that the product's policies use: marked, assessed, handed over. No network requests. */
export interface Policies {
  /** Every marked group by label and name, and whether a policy can rely on it. */
  overview(tenantId: string): Promise<PolicyOverview>;
  /** Marks a group of the last sync, or changes the label of its mark. Errors: `group.unknown`. */
  mark(asked: {
    readonly tenantId: string;
    readonly groupId: string;
    readonly label: string;
  }): Promise<PolicyGroup>;
  /** False when the group was not marked. Also works for a group that is gone. */
  unmark(tenantId: string, groupId: string): Promise<boolean>;
  people(query: ParsedCoverageQuery): Promise<CoverageWindow>;
  /** Null when nothing has been handed over yet. Errors: `policy.notSynced`. */
  sinceHandOver(query: {
    readonly tenantId: string;
    readonly limit: number;
  }): Promise<SinceHandOver | null>;
  /**
   * Opens a hand-over that later changes don't affect. Errors: `policy.nothingMarked`, `policy.notSynced`.
   */
  handOver(tenantId: string): Promise<HandOver>;
  /** Records that this hand-over was written completely. Errors: `policy.syncGone`. */
  recordHandOver(handOver: HandOver, as: { readonly ticket: string | null }): Promise<void>;
}

/** Makes the service. `store` reads the directory; `marks` are in the ledger. */
export function createPolicies(ports: {
  readonly store: PolicyStore;
  readonly marks: MarkStore;
  readonly activity: Activity;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
}): Policies {
  const { store, marks, activity, clock } = ports;
  const changed = (tenantId: string): void =>
    ports.changes.publish({ topic: 'policies', tenantId });
  const idsOf = (records: readonly MarkRecord[]): string[] => records.map(({ groupId }) => groupId);

  return {
    async overview(tenantId) {
      const records = await marks.list(tenantId);
      const [reading, last] = await Promise.all([
        store.overview(tenantId, idsOf(records)),
        marks.lastHandOver(tenantId),
      ]);
      return {
        groups: presentGroups(records, reading).sort(byLabelAndName),
        people: reading.people,
        age: { tenantId, syncedAt: instantOf(reading.syncedAt) },
        lastHandOver: last && { at: new Date(last.at).toISOString(), ticket: last.ticket },
      };
    },
    async mark({ tenantId, groupId, label }) {
      const reading = await store.overview(tenantId, [groupId]);
      const name = reading.groups[0]?.found?.group.displayName;
      if (name === undefined) {
        throw new EvergrantError('group.unknown', { params: { groupId }, retry: 'after' });
      }
      const record = await marks.put({ tenantId, groupId, label, name, markedAt: clock.now() });
      await activity.record({
        action: 'policyMarked',
        result: 'marked',
        tenantId,
        params: { group: name, groupId, label },
      });
      changed(tenantId);
      return presentGroup(record, reading, reading.groups[0]);
    },
    async unmark(tenantId, groupId) {
      const mark = (await marks.list(tenantId)).find((one) => one.groupId === groupId);
      if (!mark || !(await marks.remove(tenantId, groupId))) return false;
      await activity.record({
        action: 'policyUnmarked',
        result: 'unmarked',
        tenantId,
        params: { group: mark.name, groupId, label: mark.label },
      });
      changed(tenantId);
      return true;
    },
    async people(query) {
      const records = await marks.list(query.tenantId);
      const labels = new Map(records.map(({ groupId, label }) => [groupId, label]));
      const { total, rows } = await store.people(query, idsOf(records));
      return {
        total,
        rows: rows.map(({ person, groups }) => ({
          person,
          groups: groups.map((group) => ({ ...group, label: labels.get(group.id) ?? '' })),
        })),
      };
    },
    async sinceHandOver({ tenantId, limit }) {
      const last = await marks.lastSnapshot(tenantId);
      if (!last) return null;
      const records = await marks.list(tenantId);
      const groups = await store.since(tenantId, records, last.snapshot, limit);
      if (!groups) throw new EvergrantError('policy.notSynced', { params: { tenantId } });
      return { at: new Date(last.at).toISOString(), groups: groups.sort(byLabelAndName) };
    },
    handOver: async (tenantId) => await openHandOver(store, tenantId, await marks.list(tenantId)),
    async recordHandOver(handOver, { ticket }) {
      const { tenantId } = handOver;
      const snapshot = await handOver.snapshot();
      await marks.addHandOver({ tenantId, at: clock.now(), ticket }, snapshot);
      await activity.record({
        action: 'handedOver',
        result: 'finished',
        tenantId,
        ticket,
        params: { groups: handOver.groups.length, people: handOver.totalPeople },
      });
      changed(tenantId);
    },
  };
}

function presentGroups(records: readonly MarkRecord[], reading: PolicyReading): PolicyGroup[] {
  const found = new Map(reading.groups.map((group) => [group.groupId, group]));
  return records.map((record) => presentGroup(record, reading, found.get(record.groupId)));
}

/** A mark as the contract returns it. For a customer that was never synced it makes no claims. */
function presentGroup(
  record: MarkRecord,
  { syncedAt }: PolicyReading,
  reading: GroupReading | undefined,
): PolicyGroup {
  const found = reading?.found ?? null;
  const absent = syncedAt === null ? 'incomplete' : 'gone';
  return {
    groupId: record.groupId,
    displayName: found?.group.displayName ?? record.name,
    label: record.label,
    markedAt: new Date(record.markedAt).toISOString(),
    group: found?.group ?? null,
    people: found?.people ?? 0,
    findings: found ? [...found.findings] : [{ kind: absent, count: null }],
  };
}

function instantOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
