import type { ImportProgress } from '../../../contract/tenant-import.ts';
import type { Cloud } from '../../clouds/cloud.ts';
import { CancelledError, EvergrantError } from '../../errors/evergrant-error.ts';
import type { RowOfConnector } from './choose-connector.ts';

/** A row and its tenant; null with the problem when the tenant was not found. */
export interface FoundRow extends RowOfConnector {
  readonly tenantId: string | null;
  /** The name by which the tenant was found; if none was, the name in the file. */
  readonly foundAs: string;
}

/** Discovery is cheap for Microsoft, and a laptop's connection handles six requests in parallel easily. */
const atOnce = 6;

interface LookUpPorts {
  readonly discover: (
    cloud: Cloud,
    domainOrId: string,
    signal: AbortSignal,
  ) => Promise<{ readonly tenantId: string; readonly name: string }>;
  readonly profiles: {
    readonly connector: (profileId: string) => Promise<{ readonly cloud: Cloud }>;
  };
}

/**
 * Looks up the tenant of every row without errors, a few in parallel; a name in several rows is
 * looked up once. Reports how many rows are done; cancels running look-ups when the caller stops
 * iterating.
 */
export async function* lookUpRows(
  ports: LookUpPorts,
  rows: readonly RowOfConnector[],
  caller?: AbortSignal,
): AsyncGenerator<ImportProgress, readonly FoundRow[]> {
  const left = new AbortController();
  const signal = caller ? AbortSignal.any([caller, left.signal]) : left.signal;
  const asked = new Map<string, Promise<FoundRow>>();
  const clouds = new Map<string, Promise<Cloud>>();
  const found: FoundRow[] = [];
  const faults: unknown[] = [];
  const running = new Set<Promise<void>>();

  const cloudOf = (profileId: string): Promise<Cloud> => {
    const known = clouds.get(profileId) ?? ports.profiles.connector(profileId).then((c) => c.cloud);
    clouds.set(profileId, known);
    return known;
  };
  const lookUp = async (row: RowOfConnector): Promise<FoundRow> => {
    if (row.problem !== null || row.profile === null)
      return { ...row, tenantId: null, foundAs: row.domainOrId };
    try {
      const cloud = await cloudOf(row.profile.id);
      const { tenantId, name } = await ports.discover(cloud, row.domainOrId, signal);
      return { ...row, tenantId, foundAs: name };
    } catch (error) {
      if (!(error instanceof EvergrantError)) throw error;
      return { ...row, tenantId: null, foundAs: row.domainOrId, problem: error.toProblem() };
    }
  };
  const start = (row: RowOfConnector, index: number): void => {
    const key = JSON.stringify([row.profile?.id, row.domainOrId.toLowerCase(), row.problem?.code]);
    const answer = asked.get(key) ?? lookUp(row);
    asked.set(key, answer);
    const work = answer
      .then(({ tenantId, foundAs, problem }) => {
        found[index] = { ...row, tenantId, foundAs, problem };
      })
      .catch((error: unknown) => void faults.push(error))
      .finally(() => running.delete(work));
    running.add(work);
  };

  try {
    let next = 0;
    yield { state: 'lookingUp', done: 0, total: rows.length };
    while (next < rows.length || running.size > 0) {
      for (; running.size < atOnce && next < rows.length; next += 1) {
        const row = rows[next];
        if (row) start(row, next);
      }
      await Promise.race(running);
      if (signal.aborted) throw new CancelledError();
      if (faults.length > 0) throw faults[0];
      yield { state: 'lookingUp', done: next - running.size, total: rows.length };
    }
    return found;
  } finally {
    left.abort(new CancelledError());
  }
}
