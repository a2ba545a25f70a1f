import type { Diagnosis } from '../../electron/contract/doctor.ts';
import type { GrantStatus } from '../../electron/contract/grant.ts';
import type { Text } from '../create-text.ts';
import { domainFacts, domainSentences, verdictWords } from '../words/doctor-words.ts';
import { ticketTime } from '../words/format.ts';
import { statusWords } from '../words/status-words.ts';
import { lines, problemLines, ticketOf } from './ticket.ts';
import type { TicketSubject } from './ticket.ts';

/** The doctor's verdict with its evidence, as plain text for a ticket. */
export function diagnosisTicket(
  text: Text,
  subject: TicketSubject,
  found: Diagnosis,
  status: GrantStatus,
  now: number,
): string {
  const words = verdictWords(text, found);
  const said = [words.why, words.cure, words.who].filter((line) => line !== null);
  return ticketOf(text, { ...subject, account: found.test.account ?? subject.account }, now, [
    lines([
      [text.t('ticket:result'), statusWords(text, status, now)],
      [text.t('ticket:tested'), ticketTime(text, found.test.finishedAt)],
    ]),
    [`${text.t('doctor:verdictHeading')}: ${words.title}`, ...said].join('\n'),
    [lines(domainFacts(text, found)), ...domainSentences(text, found)].join('\n'),
    found.test.refusal === null ? null : problemLines(text, found.test.refusal),
  ]);
}
