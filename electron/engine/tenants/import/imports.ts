import type {
  ImportFile,
  ImportOutcome,
  ImportProgress,
  ImportRow,
} from '../../../contract/tenant-import.ts';
import type { Activity } from '../../kernel/activity/activity.ts';
import type { Cloud } from '../../clouds/cloud.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import type { ChangePublisher } from '../../kernel/changes.ts';
import type { Clock, Random } from '../../kernel/ports.ts';
import type { TenantRecord, TenantStore } from '../store.ts';
import { tenantName } from '../tenant-name.ts';
import { addTogether } from './add-together.ts';
import { chooseConnector } from './choose-connector.ts';
import type { NamedProfile } from './choose-connector.ts';
import { lookUpRows } from './look-up-rows.ts';
import type { FoundRow } from './look-up-rows.ts';
import { readCustomersFile } from './read-customers-file.ts';

/** Imports many customers from a file. */
export interface Imports {
  /**
   * Reads a file and looks up every row's tenant, without sign-in; ends with the preview. Nothing is
   * added. Errors: `import.*` for the file as a whole, `profile.none`, `cloud.*`; a row's own problem
   * is in the row.
   */
  preview(file: ImportFile, signal?: AbortSignal): AsyncGenerator<ImportProgress>;
  /**
   * Adds the preview's new rows, all or none. Errors: `import.gone`, `import.refused` while a row is
   * refused, `import.nothingNew`, `import.addedMeanwhile`, `profile.unknown`.
   */
  add(importId: string): Promise<readonly TenantRecord[]>;
}

/** Number of previews to store until their decision; a file with an older preview must be read again. */
const mostKept = 4;

/** Makes the service. `discover` uses OpenID discovery. */
export function createImports(ports: {
  readonly store: Pick<TenantStore, 'list' | 'addAll'>;
  readonly discover: (
    cloud: Cloud,
    domainOrId: string,
    signal: AbortSignal,
  ) => Promise<{ readonly tenantId: string; readonly name: string }>;
  readonly profiles: {
    readonly list: () => Promise<readonly NamedProfile[]>;
    readonly connector: (profileId: string) => Promise<{ readonly cloud: Cloud }>;
  };
  readonly activity: Pick<Activity, 'line'>;
  readonly changes: ChangePublisher;
  readonly clock: Clock;
  readonly random: Random;
}): Imports {
  const kept = new Map<string, readonly (FoundRow & { readonly outcome: ImportOutcome })[]>();

  async function outcomes(rows: readonly FoundRow[]): Promise<readonly ImportOutcome[]> {
    const here = new Map((await ports.store.list()).map((tenant) => [tenant.tenantId, tenant]));
    const lines = new Map<string, number>();
    return rows.map(({ line, tenantId, problem }): ImportOutcome => {
      if (problem !== null) return { kind: 'refused', problem };
      const already = here.get(tenantId ?? '');
      if (already) return { kind: 'alreadyHere', name: tenantName(already) };
      const earlier = lines.get(tenantId ?? '');
      if (earlier !== undefined) return { kind: 'sameAs', line: earlier };
      lines.set(tenantId ?? '', line);
      return { kind: 'new' };
    });
  }

  return {
    async *preview(file, signal) {
      const read = readCustomersFile(Buffer.from(file.content, 'base64'));
      const profiles = await ports.profiles.list();
      if (profiles.length === 0) throw new EvergrantError('profile.none');
      const rows = read.rows.map((row) => chooseConnector(row, profiles, file.profileId ?? null));
      const found = yield* lookUpRows(ports, rows, signal);
      const all = await outcomes(found);
      const id = ports.random.guid();
      kept.set(
        id,
        found.map((row, index) => ({ ...row, outcome: all[index] ?? { kind: 'new' } })),
      );
      for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
      const { encoding, separator, unusedColumns } = read;
      yield {
        state: 'ready',
        preview: {
          id,
          encoding,
          separator,
          unusedColumns: [...unusedColumns],
          rows: (kept.get(id) ?? []).map(presentRow),
        },
      };
    },
    add: async (importId) => {
      const rows = kept.get(importId);
      if (rows === undefined) throw new EvergrantError('import.gone', { retry: 'now' });
      const refused = rows.filter(({ outcome }) => outcome.kind === 'refused').length;
      if (refused > 0) throw new EvergrantError('import.refused', { params: { rows: refused } });
      const added = await addTogether(
        ports,
        rows.flatMap(({ outcome, tenantId, profile, ...row }) =>
          outcome.kind === 'new' && tenantId !== null && profile !== null
            ? [{ ...row, tenantId, profileId: profile.id, addedAs: row.foundAs }]
            : [],
        ),
      );
      kept.delete(importId);
      return added;
    },
  };
}

function presentRow(row: FoundRow & { readonly outcome: ImportOutcome }): ImportRow {
  return {
    line: row.line,
    domainOrId: row.domainOrId,
    tenantId: row.tenantId,
    alias: row.alias,
    tags: [...row.tags],
    notes: row.notes,
    connector: row.profile?.name ?? null,
    outcome: row.outcome,
  };
}
