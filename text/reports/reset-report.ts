import { visibleValue } from '../visible-text.ts';
import type { GroupChanges } from '../../electron/contract/reset-report.ts';
import type { Reset, ResetEvidence } from '../../electron/contract/reset.ts';
import type { Tenant } from '../../electron/contract/tenant.ts';
import type { Text } from '../create-text.ts';
import { customerName } from '../words/customer-name.ts';
import { ticketTime } from '../words/format.ts';
import { changeFacts } from './reset-changes.ts';
import { outcomeWords, resetResult, setbackWords, stepName } from '../words/reset-words.ts';
import type { ResetConnector } from '../words/reset-words.ts';

/** What a report is about, besides the reset itself. */
export interface ResetReportSubject {
  readonly tenant: Tenant;
  readonly connector: ResetConnector;
  readonly practice: boolean;
  /** The ticket number that is stored for the customer. */
  readonly ticket?: string | null;
  /** What changed in groups; null: unknown. Omitted: the report does not mention it. */
  readonly changes?: GroupChanges | null;
}

/** The report of a reset as Markdown, ready for a ticket: no tokens, no directory data. */
export function resetReport(
  text: Text,
  subject: ResetReportSubject,
  reset: Reset,
  now: number,
): string {
  const { t } = text;
  const { tenant, connector, practice, ticket, changes } = subject;
  const facts: readonly (readonly [string, string])[] = [
    [t('reset:report.customer'), customerName(tenant)],
    [t('reset:report.tenantId'), tenant.tenantId],
    [t('reset:report.connector'), `${connector.name} (${connector.clientId})`],
    ...(ticket == null ? [] : [[t('reset:report.ticket'), ticket] as const]),
    [t('reset:report.startedBy'), reset.startedBy],
    ...reset.hands.map(({ kind, by, at }): readonly [string, string] => [
      t('reset:report.hands'),
      `${t(`reset:handedOver.${kind}`, { by })}, ${ticketTime(text, at)}`,
    ]),
    ...reset.setbacks.map((setback): readonly [string, string] => [
      t('reset:report.setback'),
      setbackWords(text, setback, (at) => ticketTime(text, at)),
    ]),
    [t('reset:report.started'), ticketTime(text, reset.startedAt)],
    [
      t('reset:report.ended'),
      reset.endedAt === null ? t('reset:report.open') : ticketTime(text, reset.endedAt),
    ],
    [t('reset:report.result'), resetResult(text, reset, connector)],
  ];
  return [
    `# ${t(`reset:report.title.${reset.purpose}`)}${practice ? ` · ${t('reset:report.practice')}` : ''}`,
    facts.map(([label, value]) => `- **${label}:** ${cell(value)}`).join('\n'),
    `## ${t('reset:steps')}`,
    table(
      [t('reset:report.step'), t('reset:report.when'), t('reset:report.how')],
      reset.steps.map((step) => [
        stepName(text, step.step, connector),
        ticketTime(text, step.at),
        outcomeWords(text, step),
      ]),
    ),
    `## ${t(reset.purpose === 'offBoard' ? 'reset:report.wasThere' : 'reset:report.beforeAfter')}`,
    beforeAfter(text, reset),
    ...(changes === undefined ? [] : changed(text, changes)),
    `${t('reset:report.written')}: ${ticketTime(text, new Date(now).toISOString())}`,
  ].join('\n\n');
}

/** What changed: the enterprise application's object ID, before and after. */
export function changedFacts(
  text: Text,
  { before, after }: Reset,
): readonly (readonly [label: string, value: string])[] {
  const { t } = text;
  const unknown = t('common:unknown');
  const object = t('reset:report.objectId');
  return [
    [`${object}, ${t('reset:report.before').toLowerCase()}`, before?.servicePrincipalId ?? unknown],
    [`${object}, ${t('reset:report.after').toLowerCase()}`, after?.servicePrincipalId ?? unknown],
  ];
}

function changed(text: Text, changes: GroupChanges | null): readonly string[] {
  const { t } = text;
  const heading = `## ${t('reset:report.changes')}`;
  if (changes === null) return [heading, t('reset:report.changesUnknown')];
  const facts = changeFacts(text, changes);
  return [heading, facts.map(([label, value]) => `- **${label}:** ${value}`).join('\n')];
}

/** An off-boarding has no state after it: the report shows only the state before. */
function beforeAfter(text: Text, { before, after, purpose }: Reset): string {
  const { t } = text;
  const unknown = t('common:unknown');
  const rows: readonly (readonly [string, (of: ResetEvidence) => string | null])[] = [
    [t('reset:report.objectId'), ({ servicePrincipalId }) => servicePrincipalId],
    [t('reset:report.primaryDomain'), ({ primaryDomain }) => primaryDomain],
    [
      t('reset:report.verifiedDomains'),
      ({ verifiedDomains }) => verifiedDomains.join(', ') || null,
    ],
    [
      t('reset:report.permissions'),
      ({ permissions }) =>
        permissions
          .map(({ name, verdict }) => `${name}: ${t(`status:verdict.${verdict}`)}`)
          .join(', ') || null,
    ],
    [t('reset:report.groups'), ({ sync }) => sync?.groups.toString() ?? null],
    [t('reset:report.memberships'), ({ sync }) => sync?.memberships.toString() ?? null],
  ];
  const say = (of: ResetEvidence | null, read: (of: ResetEvidence) => string | null): string =>
    (of && read(of)) ?? unknown;
  const fact = t('reset:report.fact');
  return purpose === 'offBoard'
    ? table(
        [fact, t('reset:report.before')],
        rows.map(([label, read]) => [label, say(before, read)]),
      )
    : table(
        [fact, t('reset:report.before'), t('reset:report.after')],
        rows.map(([label, read]) => [label, say(before, read), say(after, read)]),
      );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text that people typed must not break out of its place, nor act as Markdown or HTML. */
function cell(words: string): string {
  const line = visibleValue(words.replaceAll(/\s+/g, ' '));
  return line.replaceAll(/[\\|*_~`&<>[\]]/g, '\\$&');
}
