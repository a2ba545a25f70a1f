import type { ComparedSyncs } from '../../../electron/contract/comparison.ts';
import type { GroupQuery, PersonQuery, PersonRow } from '../../../electron/contract/directory.ts';
import type { ExportContent, ExportFormat } from '../../../electron/contract/export.ts';
import type { Text } from '../../../text/create-text.ts';
import { numberWords } from '../../../text/words/format.ts';

/** Something that can be exported, and its name on screen. */
export interface ExportChoice {
  readonly label: string;
  readonly content: ExportContent;
}

type Whole<Query> = Omit<Query, 'offset' | 'limit'>;
type Found = Extract<ExportContent, { kind: 'groups' }>['query'];

const handOverFormats: readonly ExportFormat[] = ['scim', 'csv', 'json'];
const listFormats: readonly ExportFormat[] = ['csv', 'xlsx', 'jsonl'];

/** The formats of a content, the default one first. */
export function formatsOf(content: ExportContent): readonly ExportFormat[] {
  return content.kind === 'handOver' ? handOverFormats : listFormats;
}

/** The matching groups, all groups, or the members of the matching groups. */
export function groupChoices(
  text: Text,
  query: Whole<GroupQuery>,
  total: number,
  customer: string,
): readonly ExportChoice[] {
  const found: Found = { ...everyGroup(query.tenantId), ...query };
  const all = everyGroup(query.tenantId);
  return [
    {
      label: text.t('exporting:choice.foundGroups', counted(text, total)),
      content: { kind: 'groups', query: found },
    },
    {
      label: text.t('exporting:choice.allGroups', { customer }),
      content: { kind: 'groups', query: all },
    },
    {
      label: text.t('exporting:choice.directMembers'),
      content: { kind: 'membersOfFound', query: found, scope: 'direct' },
    },
    {
      label: text.t('exporting:choice.effectiveMembers'),
      content: { kind: 'membersOfFound', query: found, scope: 'effective' },
    },
  ];
}

/** The matching people, or all people. */
export function peopleChoices(
  text: Text,
  query: Whole<PersonQuery>,
  total: number,
  customer: string,
): readonly ExportChoice[] {
  const { tenantId, search = '' } = query;
  return [
    {
      label: text.t('exporting:choice.foundPeople', counted(text, total)),
      content: { kind: 'people', query: { tenantId, search } },
    },
    {
      label: text.t('exporting:choice.allPeople', { customer }),
      content: { kind: 'people', query: { tenantId, search: '' } },
    },
  ];
}

/** The members of one group; the scope on screen comes first. */
export function memberChoices(
  text: Text,
  group: { readonly tenantId: string; readonly id: string },
  scope: 'direct' | 'effective',
): readonly ExportChoice[] {
  const groups = [{ tenantId: group.tenantId, groupId: group.id }];
  const scopes =
    scope === 'direct' ? (['direct', 'effective'] as const) : (['effective', 'direct'] as const);
  return scopes.map((one) => ({
    label: text.t(`exporting:choice.${one}`),
    content: { kind: 'members', groups, scope: one },
  }));
}

/** A person's groups with their paths. */
export function personGroupsChoices(text: Text, person: PersonRow): readonly ExportChoice[] {
  return [
    {
      label: text.t('exporting:choice.personGroups', {
        person: person.displayName ?? text.t('common:noName'),
      }),
      content: { kind: 'personGroups', tenantId: person.tenantId, personId: person.id },
    },
  ];
}

/** What changed between two syncs: groups, people or memberships; the kind on screen comes first. */
export function changesChoices(
  text: Text,
  syncs: ComparedSyncs,
  shown: 'groups' | 'people' | 'memberships',
): readonly ExportChoice[] {
  const labels = {
    groups: text.t('exporting:choice.changedGroups'),
    people: text.t('exporting:choice.changedPeople'),
    memberships: text.t('exporting:choice.changedMemberships'),
  };
  const order = (['groups', 'people', 'memberships'] as const).toSorted(
    (a, b) => Number(b === shown) - Number(a === shown),
  );
  return order.map((of) => ({ label: labels[of], content: { kind: 'changes', syncs, of } }));
}

/** The marked groups with their effective people. */
export function handOverChoices(
  text: Text,
  tenantId: string,
  customer: string,
): readonly ExportChoice[] {
  return [
    {
      label: text.t('exporting:choice.handOver', { customer }),
      content: { kind: 'handOver', tenantId },
    },
  ];
}

/** The activity record of one customer. */
export function activityChoices(
  text: Text,
  tenantId: string,
  customer: string,
): readonly ExportChoice[] {
  return [
    {
      label: text.t('exporting:choice.activity', { customer }),
      content: { kind: 'activity', tenantId },
    },
  ];
}

function everyGroup(tenantId: string | null): Found {
  return {
    tenantId,
    search: '',
    kinds: [],
    flags: [],
    emptyOnly: false,
    sort: 'name',
    descending: false,
  };
}

function counted(
  text: Text,
  count: number,
): { readonly count: number; readonly formatted: string } {
  return { count, formatted: numberWords(text, count) };
}
