import type { Diagnosis } from '../../electron/contract/doctor.ts';
import type { Tenant } from '../../electron/contract/tenant.ts';
import type { Text } from './create-text.ts';
import { customerName } from './customer-name.ts';
import { domainFacts, domainSentences, verdictWords } from './doctor-words.ts';
import { ticketTime } from './format.ts';
import { statusWords } from './status-words.ts';
import { joinParts, lineRows, problemLines } from './ticket.ts';

/** The doctor's verdict with its evidence, as plain text for a ticket. */
export function diagnosisTicket(
  text: Text,
  tenant: Tenant,
  found: Diagnosis,
  now: number,
  practice: boolean,
): string {
  const words = verdictWords(text, found);
  return joinParts([
    practice ? text.t('ticket:practice') : null,
    lineRows([
      [text.t('ticket:customer'), customerName(tenant)],
      [text.t('ticket:tenantId'), tenant.tenantId],
      [text.t('ticket:result'), statusWords(text, found.status, now)],
      [text.t('ticket:tested'), ticketTime(text, found.test.finishedAt)],
      [text.t('ticket:account'), found.test.account ?? text.t('ticket:nobody')],
    ]),
    [
      `${text.t('doctor:verdictHeading')}: ${words.title}`,
      ...[words.why, words.cure, words.who].filter((line) => line !== null),
    ].join('\n'),
    [lineRows(domainFacts(text, found)), ...domainSentences(text, found)].join('\n'),
    found.test.refusal === null ? null : problemLines(text, found.test.refusal),
    lineRows([[text.t('ticket:copied'), ticketTime(text, new Date(now).toISOString())]]),
  ]);
}
