import type { ComparedSyncs, Comparison } from '../../../contract/comparison.ts';
import type { Profile } from '../../../contract/profile.ts';
import type { SavedFile } from '../../../contract/replacement.ts';
import type { GroupChanges, ResetReportFormat } from '../../../contract/reset-report.ts';
import type { Reset } from '../../../contract/reset.ts';
import type { Tenant } from '../../../contract/tenant.ts';
import { createText } from '../../../../text/create-text.ts';
import { customerName } from '../../../../text/words/customer-name.ts';
import { syncsAround, tellsChanges } from '../../../../text/reports/reset-changes.ts';
import { resetReport } from '../../../../text/reports/reset-report.ts';
import { visibleValue } from '../../../../text/visible-text.ts';
import type { Activity } from '../../kernel/activity/activity.ts';
import type { Tickets } from '../../kernel/activity/tickets.ts';
import { EvergrantError } from '../../errors/evergrant-error.ts';
import { fileName } from '../../export/file-name.ts';
import type { Clock, PrintPdf } from '../../kernel/ports.ts';
import type { SmallFile, FileSaver } from '../../kernel/files/file-saver.ts';
import { presentTenant } from '../../tenants/tenants.ts';
import type { TenantRecord } from '../../tenants/store.ts';
import { reportHtml } from './report-html.ts';
import { reportJson } from './report-json.ts';

/** Reports of resets as files, ready for a ticket. */
export interface ResetReports {
  /**
   * Writes the report of a reset, open or ended, where the host decides; of the newest if none is
   * given. Each written file is recorded in the activity.
   *
   * Errors: `tenant.unknown`, `reset.unknown`, `report.noBrowser`, `report.notPrinted`,
   * `export.notWritten`.
   */
  save(asked: AskedReport, signal?: AbortSignal): Promise<SavedFile>;
}

/** Which report, and in which format. */
export interface AskedReport {
  readonly tenantId: string;
  readonly resetId?: string | undefined;
  readonly format: ResetReportFormat;
}

export interface ResetReportsPorts {
  readonly resets: {
    last(tenantId: string): Promise<Reset | null>;
    get(tenantId: string, resetId: string): Promise<Reset | null>;
  };
  readonly tenants: { get(tenantId: string): Promise<TenantRecord> };
  readonly profiles: { get(profileId: string): Promise<Profile> };
  readonly comparisons: { summary(compared: ComparedSyncs): Promise<Comparison> };
  readonly files: Pick<FileSaver, 'save'>;
  readonly printPdf: PrintPdf | undefined;
  readonly tickets: Pick<Tickets, 'now'>;
  readonly activity: Pick<Activity, 'record'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly practice: boolean;
  /** Stops running prints when the engine closes. */
  readonly closing: AbortSignal;
}

const endings = {
  html: { extension: 'html', mediaType: 'text/html; charset=utf-8' },
  pdf: { extension: 'pdf', mediaType: 'application/pdf' },
  markdown: { extension: 'md', mediaType: 'text/markdown; charset=utf-8' },
  json: { extension: 'json', mediaType: 'application/json' },
} as const satisfies Record<ResetReportFormat, object>;

/** Makes the reports' service. */
export function createResetReports(ports: ResetReportsPorts): ResetReports {
  const { clock, practice } = ports;
  const text = createText();

  async function changesOf(reset: Reset): Promise<GroupChanges | null> {
    const syncs = syncsAround(reset);
    if (syncs === null) return null;
    try {
      return (await ports.comparisons.summary(syncs)).summary;
    } catch (error) {
      if (error instanceof EvergrantError && error.code === 'comparison.syncGone') return null;
      throw error;
    }
  }

  async function print(html: string, signal: AbortSignal): Promise<Uint8Array> {
    if (ports.printPdf === undefined) throw new EvergrantError('report.noBrowser');
    return await ports.printPdf(html, signal);
  }

  async function contentOf(
    format: ResetReportFormat,
    about: {
      readonly tenant: Tenant;
      readonly connector: Profile;
      readonly ticket: string | null;
      readonly reset: Reset;
      readonly at: number;
    },
    signal: AbortSignal,
  ): Promise<SmallFile['content']> {
    const { reset, tenant, at } = about;
    const changes = await changesOf(reset);
    if (format === 'json') {
      const writtenAt = new Date(at).toISOString();
      return reportJson({ ...about, practice, writtenAt, changes });
    }
    const subject = { ...about, practice, ...(tellsChanges(reset) && { changes }) };
    const markdown = resetReport(text, subject, reset, at);
    if (format === 'markdown') return `${markdown}\n`;
    const title = `${text.t(`reset:report.title.${reset.purpose}`)} · ${visibleValue(customerName(tenant))}`;
    const foot = text.t('reset:report.practice');
    const html = reportHtml({
      locale: text.locale,
      title: practice ? `${foot} · ${title}` : title,
      mark: practice ? { band: text.t('reset:report.practiceBand'), foot } : null,
      markdown,
    });
    return format === 'html' ? html : await print(html, signal);
  }

  return {
    save: async ({ tenantId, resetId, format }, signal = ports.closing) => {
      const tenant = presentTenant(await ports.tenants.get(tenantId));
      const reset = await (resetId === undefined
        ? ports.resets.last(tenantId)
        : ports.resets.get(tenantId, resetId));
      if (reset === null) throw new EvergrantError('reset.unknown');
      const connector = await ports.profiles.get(reset.profileId);
      const ticket = await ports.tickets.now(tenantId);
      const at = clock.now();
      const content = await contentOf(
        format,
        { tenant, connector, ticket, reset, at },
        AbortSignal.any([signal, ports.closing]),
      );
      const { extension, mediaType } = endings[format];
      const name = fileName({
        practice,
        customer: tenant.primaryDomain ?? customerName(tenant),
        what: reset.purpose === 'offBoard' ? 'off-boarding-report' : 'reset-report',
        at,
        ticket: ticket ?? undefined,
        extension,
      });
      return await ports.files.save({ name, mediaType, content }, () =>
        ports.activity.record({
          action: 'resetReportSaved',
          tenantId,
          profileId: reset.profileId,
          result: 'ok',
          ticket,
          params: { format },
        }),
      );
    },
  };
}
