import { z } from 'zod';
import { guid, instant, tenantId } from './ids.ts';
import { problem } from './problem.ts';

/** The kinds of groups: Microsoft 365 first, then by `securityEnabled` and `mailEnabled`. */
export const groupKind = z.enum([
  'microsoft365',
  'security',
  'mailEnabledSecurity',
  'distribution',
  'other',
]);
export type GroupKind = z.infer<typeof groupKind>;

export const groupFlag = z.enum([
  'dynamic',
  'roleAssignable',
  'onPremisesSynced',
  'team',
  'hidden',
]);
export type GroupFlag = z.infer<typeof groupFlag>;

/** Why a membership list is, or can be, short. An empty list means complete. */
export const completenessMark = z.object({
  kind: z.enum([
    'hiddenMembership',
    'servicePrincipalsNotListed',
    'limitedInformation',
    'throttled',
    'stillProcessing',
    'failed',
  ]),
  problem: problem.nullable(),
});
export type CompletenessMark = z.infer<typeof completenessMark>;

export const groupRow = z.object({
  tenantId,
  id: guid,
  displayName: z.string(),
  mail: z.string().nullable(),
  description: z.string().nullable(),
  kind: groupKind,
  flags: z.array(groupFlag),
  /** Direct members in the cache, of every type. */
  directMembers: z.number().int(),
  incomplete: z.boolean(),
});
export type GroupRow = z.infer<typeof groupRow>;

export const groupQuery = z.object({
  /** One customer, or null for all. */
  tenantId: tenantId.nullable(),
  search: z.string().max(200).default(''),
  kinds: z.array(groupKind).default([]),
  flags: z.array(groupFlag).default([]),
  emptyOnly: z.boolean().default(false),
  sort: z.enum(['name', 'members', 'kind']).default('name'),
  descending: z.boolean().default(false),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(200).default(50),
});
export type GroupQuery = z.input<typeof groupQuery>;

/** The age of the shown data: its sync, for each tenant in the query. */
export const dataAge = z.object({
  tenantId,
  syncedAt: instant.nullable(),
});
export type DataAge = z.infer<typeof dataAge>;

export const groupWindow = z.object({
  total: z.number().int(),
  rows: z.array(groupRow),
  age: z.array(dataAge),
});
export type GroupWindow = z.infer<typeof groupWindow>;

export const memberType = z.enum([
  'user',
  'group',
  'device',
  'contact',
  'servicePrincipal',
  'unknown',
]);
export type MemberType = z.infer<typeof memberType>;

export const memberRow = z.object({
  id: guid,
  type: memberType,
  /** Null when Microsoft returned only the ID ("restricted"), never an invented name. */
  displayName: z.string().nullable(),
  userPrincipalName: z.string().nullable(),
  mail: z.string().nullable(),
  guest: z.boolean(),
  enabled: z.boolean().nullable(),
});
export type MemberRow = z.infer<typeof memberRow>;

export const memberQuery = z.object({
  tenantId,
  groupId: guid,
  /** `direct`: as recorded. `effective`: people including nested groups, each once. */
  scope: z.enum(['direct', 'effective']),
  search: z.string().max(200).default(''),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(200).default(50),
});
export type MemberQuery = z.input<typeof memberQuery>;

export const memberWindow = z.object({ total: z.number().int(), rows: z.array(memberRow) });
export type MemberWindow = z.infer<typeof memberWindow>;

export const groupDetail = groupRow.extend({
  mailNickname: z.string().nullable(),
  membershipRule: z.string().nullable(),
  membershipRuleProcessingState: z.string().nullable(),
  createdAt: instant.nullable(),
  marks: z.array(completenessMark),
  nestedGroups: z.number().int(),
  effectiveMembers: z.number().int(),
  syncedAt: instant.nullable(),
});
export type GroupDetail = z.infer<typeof groupDetail>;

export const personRow = z.object({
  tenantId,
  id: guid,
  displayName: z.string().nullable(),
  userPrincipalName: z.string().nullable(),
  mail: z.string().nullable(),
  jobTitle: z.string().nullable(),
  otherAddresses: z.array(z.string()),
  guest: z.boolean(),
  enabled: z.boolean().nullable(),
});
export type PersonRow = z.infer<typeof personRow>;

export const personQuery = z.object({
  tenantId: tenantId.nullable(),
  /** A name, or any current or former address. */
  search: z.string().max(200).default(''),
  offset: z.number().int().nonnegative().default(0),
  limit: z.number().int().min(1).max(200).default(50),
});
export type PersonQuery = z.input<typeof personQuery>;

export const personWindow = z.object({
  total: z.number().int(),
  rows: z.array(personRow),
  age: z.array(dataAge),
});
export type PersonWindow = z.infer<typeof personWindow>;

export const livePeopleQuery = z.object({
  tenantId,
  /** The beginning of a word of the name, of the sign-in name or of the mail address. */
  search: z.string().trim().min(1).max(200),
});

/** People that Microsoft has just found, for a customer that was never synced. */
export const livePeople = z.object({
  rows: z.array(personRow),
  /** Microsoft has more results than these. */
  more: z.boolean(),
});
export type LivePeople = z.infer<typeof livePeople>;

/** One group of a person, with every step of the shortest path to it ("Jane → Sales → VPN": Sales, VPN). */
export const personGroup = z.object({
  group: groupRow,
  direct: z.boolean(),
  path: z.array(z.object({ id: guid, displayName: z.string() })),
});
export type PersonGroup = z.infer<typeof personGroup>;

export const personGroups = z.object({
  person: personRow,
  /** `live`: read from Graph just now; `cache`: from the last sync. */
  source: z.enum(['live', 'cache']),
  at: instant.nullable(),
  groups: z.array(personGroup),
  problem: problem.nullable(),
});
export type PersonGroups = z.infer<typeof personGroups>;
