import type { RegistrationReport } from '../../electron/contract/set-up.ts';
import type { Text } from '../create-text.ts';
import { ticketTime } from '../words/format.ts';
import { rawFacts } from '../words/problem-text.ts';
import { registrationFix, registrationWords } from '../words/registration-words.ts';
import { ticketOf } from './ticket.ts';

/** The findings about a registration, as plain text for a ticket. */
export function registrationTicket(
  text: Text,
  report: RegistrationReport,
  now: number,
  practice: boolean,
): string {
  const { t } = text;
  const { profile, tenantId } = report;
  const rows = report.checks.flatMap((check) => [
    `- ${t(`setUp:check.kind.${check.kind}`)}: ${t(`setUp:check.verdict.${check.verdict}`)}`,
    ...[registrationWords(text, check), registrationFix(text, check)].flatMap((words) =>
      words === null ? [] : [`  ${words}`],
    ),
    ...(check.problem === null
      ? []
      : rawFacts(text, check.problem).map(([label, value]) => `  ${label}: ${value}`)),
  ]);
  return ticketOf(text, { tenant: null, profile, account: null, practice, ticket: null }, now, [
    [
      `${t('ticket:tenantId')}: ${tenantId}`,
      `${t('setUp:check.list')}: ${ticketTime(text, report.checkedAt)}`,
    ].join('\n'),
    rows.join('\n'),
  ]);
}
