import type { Connection } from '../../electron/contract/contract.ts';
import type { PersonGroups } from '../../electron/contract/directory.ts';
import type { Finding, PermissionCheck, Proof, TestResult } from '../../electron/contract/grant.ts';
import type { Paths, PathStep } from '../../electron/contract/nesting.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { Profile } from '../../electron/contract/profile.ts';
import type { Tenant } from '../../electron/contract/tenant.ts';
import { checkWords } from '../words/check-words.ts';
import type { Text } from '../create-text.ts';
import { customerName } from '../words/customer-name.ts';
import { findingWords } from '../words/finding-words.ts';
import { ticketTime } from '../words/format.ts';
import { describeProblem, rawFacts } from '../words/problem-text.ts';
import { permissionWords, statusWords } from '../words/status-words.ts';
import { visibleValue } from '../visible-text.ts';

type Line = readonly [label: string, value: string];

/** What every ticket begins with: which customer, which connector, which account. */
export interface TicketSubject {
  /** Null if it is about no customer, or about many. */
  readonly tenant: Tenant | null;
  readonly profile: Pick<Profile, 'name' | 'clientId' | 'cloud' | 'cloudLabel'> | null;
  /** The account that is signed in to the tenant. */
  readonly account: string | null;
  readonly practice: boolean;
  /** The current ticket number. */
  readonly ticket: string | null;
}

/** The connection of one customer as plain text for a ticket. */
export function connectionTicket(
  text: Text,
  connection: Connection,
  now: number,
  given: Pick<TicketSubject, 'practice' | 'ticket'>,
): string {
  const { tenant, profile, status, lastTest } = connection;
  const account = lastTest?.account ?? connection.account ?? text.t('ticket:nobody');
  return ticketOf(text, { ...given, tenant, profile, account }, now, [
    lines([
      [text.t('ticket:result'), statusWords(text, status, now)],
      [
        text.t('ticket:tested'),
        lastTest === null ? text.t('ticket:notTested') : ticketTime(text, lastTest.finishedAt),
      ],
    ]),
    lastTest === null ? null : permissionLines(text, lastTest),
    lastTest === null ? null : findingLines(text, lastTest.findings),
    ...[...status.reasons, ...ownProblems(lastTest)].map((problem) => problemLines(text, problem)),
  ]);
}

/** One failure as plain text for a ticket; `context` adds details. */
export function problemTicket(
  text: Text,
  problem: Problem,
  now: number,
  subject: TicketSubject,
  context: readonly Line[] = [],
): string {
  return ticketOf(text, subject, now, [
    context.length === 0 ? null : lines(context),
    problemLines(text, problem),
  ]);
}

/** One permission's verdict with its proofs, as plain text for a ticket. */
export function permissionTicket(
  text: Text,
  check: PermissionCheck,
  now: number,
  subject: TicketSubject,
): string {
  const problems = [check.grant, check.token, check.read].flatMap(({ problem }) => problem ?? []);
  return ticketOf(text, subject, now, [
    permissionLines(text, { checks: [check], account: subject.account }),
    ...problems.map((problem) => problemLines(text, problem)),
  ]);
}

/** An answer as labels and values for a ticket, with the failure if there is one. */
export function factsTicket(
  text: Text,
  facts: readonly Line[],
  now: number,
  subject: TicketSubject,
  problem: Problem | null = null,
): string {
  return ticketOf(text, subject, now, [
    lines(facts),
    problem === null ? null : problemLines(text, problem),
  ]);
}

/** Assembles a ticket: its subject first, the time of copying last. */
export function ticketOf(
  text: Text,
  subject: TicketSubject,
  now: number,
  parts: readonly (string | null)[],
): string {
  return join([
    subject.practice ? text.t('ticket:practice') : null,
    lines(subjectLines(text, subject)),
    ...parts,
    lines([[text.t('ticket:copied'), ticketTime(text, new Date(now).toISOString())]]),
  ]);
}

function subjectLines(text: Text, subject: TicketSubject): readonly Line[] {
  const { tenant, profile, account, ticket } = subject;
  return [
    ...(ticket === null ? [] : ([[text.t('ticket:ticket'), ticket]] as const)),
    ...(tenant === null
      ? []
      : ([
          [text.t('ticket:customer'), customerName(tenant)],
          [text.t('ticket:tenantId'), tenant.tenantId],
          [text.t('ticket:primaryDomain'), tenant.primaryDomain ?? text.t('common:unknown')],
        ] as const)),
    ...(profile === null ? [] : ([[text.t('ticket:connector'), connectorWords(profile)]] as const)),
    ...(account === null ? [] : ([[text.t('ticket:account'), account]] as const)),
  ];
}

/** A connector with its client ID, and its cloud if it is not the worldwide one. */
function connectorWords(profile: NonNullable<TicketSubject['profile']>): string {
  const { name, clientId, cloud, cloudLabel } = profile;
  return cloud === 'global' ? `${name} (${clientId})` : `${name} (${clientId}, ${cloudLabel})`;
}

/**
 * A person's groups with the path of each, as plain text for a ticket.
 *
 * @param waysTo all paths to a group, if they are known: then all of them are listed
 */
export function personTicket(
  text: Text,
  answer: PersonGroups,
  now: number,
  subject: TicketSubject,
  waysTo: (groupId: string) => Paths | undefined = () => undefined,
): string {
  const { person, groups } = answer;
  const name = person.displayName ?? text.t('common:noName');
  const rows = groups.flatMap(({ group, direct, path }) => {
    const ways = waysTo(group.id);
    if (ways !== undefined && ways.paths.length > 0) {
      const more = ways.more
        ? [`- ${visibleValue(group.displayName)}: ${text.t('ticket:moreWays')}`]
        : [];
      return [...ways.paths.map((way) => wayLine(text, group.displayName, name, way)), ...more];
    }
    return [
      direct ? directLine(text, group.displayName) : wayLine(text, group.displayName, name, path),
    ];
  });
  return ticketOf(text, subject, now, [
    lines([
      [text.t('ticket:person'), name],
      [text.t('ticket:address'), person.userPrincipalName ?? person.mail ?? person.id],
      [
        text.t('ticket:source'),
        `${text.t(`ticket:${answer.source}`)}${answer.at === null ? '' : `, ${ticketTime(text, answer.at)}`}`,
      ],
    ]),
    [text.t('ticket:groups', { count: groups.length }), ...rows].join('\n'),
    answer.problem === null ? null : problemLines(text, answer.problem),
  ]);
}

function wayLine(text: Text, group: string, person: string, way: readonly PathStep[]): string {
  if (way.length === 1) return directLine(text, group);
  const steps = [person, ...way.map((step) => step.displayName)].join(' → ');
  return `- ${visibleValue(group)}: ${visibleValue(steps)}`;
}

function directLine(text: Text, group: string): string {
  return `- ${visibleValue(group)} (${text.t('ticket:direct')})`;
}

function permissionLines(
  text: Text,
  { checks, account }: Pick<TestResult, 'checks' | 'account'>,
): string {
  const rows = checks.map((check) => {
    const proofs = (['grant', 'token', 'read'] as const).map((part) => {
      const proof: Proof = check[part];
      const words = `${text.t(`permission:proof.${part}`)}: ${text.t(`status:outcome.${proof.outcome}`)}`;
      const code = proof.problem?.raw?.code ?? proof.problem?.code;
      return code === undefined ? words : `${words} [${visibleValue(code)}]`;
    });
    const { permission } = check;
    return `- ${permissionWords(text, permission)} (${visibleValue(permission.name)}, ${text.t(`permission:type.${permission.type}`)}): ${checkWords(text, check, account)}\n  ${proofs.join('; ')}`;
  });
  return [text.t('ticket:permissions'), ...rows].join('\n');
}

function findingLines(text: Text, findings: readonly Finding[]): string | null {
  if (findings.length === 0) return null;
  const rows = findings.map((finding) => `- ${findingWords(text, finding)}`);
  return [text.t('ticket:findings'), ...rows].join('\n');
}

/** Problems of single proofs that carry an ID which Microsoft support asks for. */
function ownProblems(test: TestResult | null): readonly Problem[] {
  const proofs = (test?.checks ?? []).flatMap(({ grant, token, read }) => [grant, token, read]);
  return proofs.flatMap(({ problem }) =>
    problem?.raw?.correlationId === undefined && problem?.raw?.requestId === undefined
      ? []
      : [problem],
  );
}

export function problemLines(text: Text, problem: Problem): string {
  const words = describeProblem(text, problem);
  return [
    `${text.t('ticket:problem')}: ${words.meaning}`,
    ...[words.cause, words.cure, words.who].flatMap((line) => (line === null ? [] : [`  ${line}`])),
    ...rawFacts(text, problem).map(([label, value]) => `  ${label}: ${value}`),
  ].join('\n');
}

export function lines(rows: readonly Line[]): string {
  return rows.map(([label, value]) => `${label}: ${visibleValue(value)}`).join('\n');
}

function join(parts: readonly (string | null)[]): string {
  const seen = new Set<string>();
  return parts
    .filter((part) => part !== null && part !== '' && !seen.has(part) && seen.add(part))
    .join('\n\n');
}
