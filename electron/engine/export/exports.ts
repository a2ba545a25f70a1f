import type { ExportJob } from '../../contract/export.ts';
import type { Activity } from '../kernel/activity/activity.ts';
import type { Tickets } from '../kernel/activity/tickets.ts';
import type { Clock, ExportFiles, Log, Random } from '../kernel/ports.ts';
import { tenantName } from '../tenants/tenant-name.ts';
import { tenantsOf, wordOf } from './contents.ts';
import { createExportJobs } from './export-jobs.ts';
import type { ExportJobs } from './export-jobs.ts';
import { fileName } from './file-name.ts';
import type { MadeFile } from './made-file.ts';
import { openExport } from './open-export.ts';
import type { ParsedExport } from './open-export.ts';
import type { ExportSources } from './sources.ts';

/** Exports the content of the cache to files. */
export interface Exports extends Omit<ExportJobs, 'launch'> {
  /**
   * Starts an export and asks the host for the file's location; a later failure ends the job.
   *
   * Errors: `export.formatImpossible`, `export.neverSynced`, `tenant.unknown`, `group.unknown`,
   * `person.unknown`, `comparison.syncGone`, `policy.nothingMarked`, `policy.notSynced`.
   */
  start(asked: ParsedExport): Promise<ExportJob>;
  /** Writes a file from another room; it can be watched and canceled like an export. */
  write(file: MadeFile): ExportJob;
}

/** The customer of an export; null if it covers several. */
function onlyTenantOf({ content }: ParsedExport): string | null {
  const [only = null, other] = tenantsOf(content) ?? [];
  return other === undefined ? only : null;
}

export function createExports(ports: {
  readonly sources: ExportSources;
  readonly files: ExportFiles;
  readonly activity: Activity;
  readonly tickets: Pick<Tickets, 'now'>;
  readonly practice: boolean;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}): Exports {
  const { sources, clock, practice } = ports;
  const { launch, ...jobs } = createExportJobs(ports);

  async function nameFor(asked: ParsedExport, extension: string): Promise<string> {
    const id = onlyTenantOf(asked);
    const only = id === null ? null : await sources.tenants.get(id);
    return fileName({
      practice,
      customer: only && (only.primaryDomain ?? tenantName(only)),
      what: wordOf(asked.content),
      at: clock.now(),
      ticket: asked.ticket,
      extension,
    });
  }

  async function record(asked: ParsedExport, job: ExportJob): Promise<void> {
    await ports.activity.record({
      action: 'exported',
      tenantId: onlyTenantOf(asked),
      ticket: asked.ticket ?? null,
      result: job.state,
      params: {
        content: asked.content.kind,
        format: asked.format,
        rows: job.rows,
        fileName: job.fileName,
      },
      problem: job.problem,
    });
  }

  return {
    ...jobs,
    async start(wanted) {
      const ticket = wanted.ticket ?? (await ports.tickets.now(onlyTenantOf(wanted)));
      const asked = { ...wanted, ticket: ticket === null || ticket === '' ? undefined : ticket };
      const opened = await openExport(sources, asked, practice);
      return launch({
        ...opened,
        name: await nameFor(asked, opened.extension),
        format: asked.format,
        // For other contents, an empty export is a valid result; an empty activity means that the ledger was
        // lost.
        isEmpty: asked.content.kind === 'activity' && opened.totalRows === 0,
        record: (ended) => record(asked, ended),
      });
    },
    write: (file) => launch({ ...file, totalRows: null, afterCommit: () => Promise.resolve() }),
  };
}
