import type {
  CoverageWindow,
  PolicyFinding,
  PolicyOverview,
  SinceHandOver,
} from '../contract/policy.ts';
import type { Text } from '../../text/create-text.ts';
import { numberWords, timeWords } from '../../text/words/format.ts';

/** The marked groups, each with its findings, then the people they cover. */
export function markLines(text: Text, { groups, people, age }: PolicyOverview): string {
  if (groups.length === 0) return text.t('cli:marks.nothing');
  const rows = groups.map((group) =>
    text.t('cli:marks.row', {
      id: group.groupId,
      name: group.displayName,
      label: group.label,
      people: numberWords(text, group.people),
      findings: findingWords(text, group.findings),
    }),
  );
  const covered = text.t('cli:marks.covered', {
    inOne: numberWords(text, people.inOne),
    inNone: numberWords(text, people.inNone),
    inSeveral: numberWords(text, people.inSeveral),
    synced: age.syncedAt === null ? text.t('cli:groups.never') : timeWords(text, age.syncedAt),
  });
  return [...rows, covered].join('\n');
}

function findingWords(text: Text, findings: readonly PolicyFinding[]): string {
  if (findings.length === 0) return '';
  const words = findings.map(({ kind, count }) =>
    text.t(`cli:marks.finding.${kind}`, { count: count ?? 0 }),
  );
  return text.t('cli:marks.findings', { findings: words.join('; ') });
}

/** People in none, or in several, of the marked groups. */
export function peopleLines(text: Text, { total, rows }: CoverageWindow): string {
  const lines = rows.map(({ person, groups }) =>
    text.t('cli:marks.person', {
      id: person.id,
      name: person.displayName ?? '',
      address: person.userPrincipalName ?? person.mail ?? '',
      groups: groups.map(({ displayName }) => `  [${displayName}]`).join(''),
    }),
  );
  const shown = numberWords(text, rows.length);
  return [...lines, text.t('cli:marks.total', { shown, total: numberWords(text, total) })].join(
    '\n',
  );
}

/** The differences since the last hand-over, for each group with its people. */
export function sinceLines(text: Text, since: SinceHandOver | null): string {
  if (since === null) return text.t('cli:marks.neverHandedOver');
  type Person = SinceHandOver['groups'][number]['peopleAdded'][number];
  const person = (side: 'added' | 'removed', { displayName, userPrincipalName, id }: Person) =>
    text.t(`cli:marks.sincePerson.${side}`, {
      name: displayName ?? id,
      address: userPrincipalName ?? '',
    });
  const lines = since.groups.flatMap((group) => [
    text.t('cli:marks.sinceRow', {
      id: group.id,
      name: group.displayName,
      label: group.label,
      change: text.t(`cli:marks.change.${group.change}`),
      added: numberWords(text, group.added),
      removed: numberWords(text, group.removed),
    }),
    ...group.peopleAdded.map((one) => person('added', one)),
    ...group.peopleRemoved.map((one) => person('removed', one)),
  ]);
  return [text.t('cli:marks.since', { at: timeWords(text, since.at) }), ...lines].join('\n');
}
