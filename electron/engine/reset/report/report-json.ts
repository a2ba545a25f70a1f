import { resetReportFile } from '../../../contract/reset-report.ts';
import type { GroupChanges, ResetReportFile } from '../../../contract/reset-report.ts';
import type { Profile } from '../../../contract/profile.ts';
import type { Reset } from '../../../contract/reset.ts';
import type { Tenant } from '../../../contract/tenant.ts';
import { customerName } from '../../../../text/words/customer-name.ts';

/** The report as readable JSON; the schema removes everything that it does not name. */
export function reportJson(report: {
  readonly practice: boolean;
  readonly writtenAt: string;
  readonly ticket: string | null;
  readonly tenant: Tenant;
  readonly connector: Profile;
  readonly reset: Reset;
  readonly changes: GroupChanges | null;
}): string {
  const { tenant, connector } = report;
  const file: ResetReportFile = {
    evergrant: 'resetReport',
    version: 1,
    workspace: report.practice ? 'practice' : 'real',
    writtenAt: report.writtenAt,
    ticket: report.ticket,
    customer: {
      tenantId: tenant.tenantId,
      name: customerName(tenant),
      primaryDomain: tenant.primaryDomain,
    },
    connector: { name: connector.name, clientId: connector.clientId, owner: connector.owner },
    reset: report.reset,
    groupChanges: report.changes,
  };
  return `${JSON.stringify(resetReportFile.parse(file), null, 2)}\n`;
}
