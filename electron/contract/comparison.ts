import { z } from 'zod';
import { groupRow, memberType, personRow } from './directory.ts';
import { guid, instant, tenantId } from './ids.ts';

/** How something changed between two syncs. `renamed` is separate from other changes. */
export const changeKind = z.enum(['added', 'removed', 'renamed', 'changed']);
export type ChangeKind = z.infer<typeof changeKind>;

/**
 * Number of changes of one kind of object; one that was renamed and also changed otherwise counts as
 * renamed.
 */
const changeCounts = z.object({
  added: z.number().int(),
  removed: z.number().int(),
  renamed: z.number().int(),
  changed: z.number().int(),
});

/** Number of changes between two syncs of one customer. */
export const changeSummary = z.object({
  groups: changeCounts,
  people: changeCounts,
  memberships: z.object({ added: z.number().int(), removed: z.number().int() }),
});
export type ChangeSummary = z.infer<typeof changeSummary>;

/**
 * Two stored syncs of one customer, by their IDs; `from` is the older one. If they are in the wrong
 * order, they are swapped.
 */
export const comparedSyncs = z.object({ tenantId, from: guid, to: guid });
export type ComparedSyncs = z.infer<typeof comparedSyncs>;

/** The summary, and when the two syncs finished. */
export const comparison = z.object({
  from: z.object({ id: guid, finishedAt: instant }),
  to: z.object({ id: guid, finishedAt: instant }),
  summary: changeSummary,
});
export type Comparison = z.infer<typeof comparison>;

const windowed = {
  search: z.string().max(200).default(''),
  change: changeKind.nullable().default(null),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(200).default(50),
};

/** A page of the changes; `change` null: of every kind. */
export const changeQuery = comparedSyncs.extend(windowed);
export type ChangeQuery = z.input<typeof changeQuery>;

/** The properties by which two versions of a group are compared, with the names of `groupDetail`. */
export const groupField = z.enum([
  'displayName',
  'mail',
  'description',
  'mailNickname',
  'kind',
  'flags',
  'membershipRule',
  'membershipRuleProcessingState',
  'createdAt',
]);
export type GroupField = z.infer<typeof groupField>;

/** The same for a person, with the names of `personRow`. */
export const personField = z.enum([
  'displayName',
  'userPrincipalName',
  'mail',
  'jobTitle',
  'otherAddresses',
  /** Addresses that Microsoft no longer returns; `otherAddresses` of a row includes them. */
  'formerAddresses',
  'guest',
  'enabled',
]);
export type PersonField = z.infer<typeof personField>;

/**
 * `before` is null for an added group, `after` for a removed one; each as in its own sync. `fields`:
 * the properties that differ.
 */
export const groupChange = z.object({
  change: changeKind,
  id: guid,
  before: groupRow.nullable(),
  after: groupRow.nullable(),
  fields: z.array(groupField),
});
export type GroupChange = z.infer<typeof groupChange>;

/** The same for a person as `groupChange` for a group. */
export const personChange = z.object({
  change: changeKind,
  id: guid,
  before: personRow.nullable(),
  after: personRow.nullable(),
  fields: z.array(personField),
});
export type PersonChange = z.infer<typeof personChange>;

/** One added or removed membership, with names from the later sync, otherwise from the earlier one. */
export const membershipChange = z.object({
  change: z.enum(['added', 'removed']),
  group: z.object({ id: guid, displayName: z.string() }),
  member: z.object({
    id: guid,
    type: memberType,
    displayName: z.string().nullable(),
    userPrincipalName: z.string().nullable(),
  }),
});
export type MembershipChange = z.infer<typeof membershipChange>;

export const groupChangeWindow = z.object({
  total: z.number().int(),
  rows: z.array(groupChange),
});
export type GroupChangeWindow = z.infer<typeof groupChangeWindow>;
export const personChangeWindow = z.object({
  total: z.number().int(),
  rows: z.array(personChange),
});
export type PersonChangeWindow = z.infer<typeof personChangeWindow>;
export const membershipChangeWindow = z.object({
  total: z.number().int(),
  rows: z.array(membershipChange),
});
export type MembershipChangeWindow = z.infer<typeof membershipChangeWindow>;
