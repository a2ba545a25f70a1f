import { z } from 'zod';
import type { GroupFlag } from '../../../../contract/directory.ts';
import { flagBit, groupFlags, groupKinds, objectType } from '../schema/codes.ts';
import type { ObjectTypeCode } from '../schema/codes.ts';
import type { Column } from '../write/objects/versions.ts';
import { sortName } from '../read/search-text.ts';
import {
  graphId,
  numberOrNull,
  optionalFlag,
  optionalText,
  pageOf,
  removal,
  textOr,
} from './graph-page.ts';

export const memberReference = z.object({
  '@odata.type': z.string().optional(),
  id: graphId,
  '@removed': removal,
});

/** A group resource, complete or in pieces. */
export const graphGroup = z.object({
  id: graphId,
  '@removed': removal,
  displayName: optionalText,
  mail: optionalText,
  description: optionalText,
  mailNickname: optionalText,
  mailEnabled: optionalFlag,
  securityEnabled: optionalFlag,
  groupTypes: z.array(z.string()).nullish(),
  membershipRule: optionalText,
  membershipRuleProcessingState: optionalText,
  onPremisesSyncEnabled: optionalFlag,
  visibility: optionalText,
  isAssignableToRole: optionalFlag,
  resourceProvisioningOptions: z.array(z.string()).nullish(),
  createdDateTime: z.iso.datetime({ offset: true }).nullish(),
  'members@delta': z.array(memberReference).optional(),
});
export type GraphGroup = z.infer<typeof graphGroup>;

/** A page of `/groups` or `/groups/delta`. */
export const groupPage = pageOf(graphGroup);

/** A group's own columns. */
export interface GroupValues {
  readonly sort_name: string;
  readonly name: string;
  readonly mail: string | null;
  readonly description: string | null;
  readonly mail_nickname: string | null;
  readonly kind: number;
  readonly flags: number;
  readonly rule: string | null;
  readonly rule_state: string | null;
  readonly created_at: number | null;
}

export interface MemberChange {
  readonly id: string;
  readonly type: ObjectTypeCode;
  readonly removed: boolean;
}

/** A group's columns as stored. */
export type KnownGroup = Readonly<Record<keyof GroupValues, Column>>;

/** A page's changes of one group. `properties` is null in a further piece, which has only members. */
export interface GroupChange {
  readonly id: string;
  readonly removed: boolean;
  readonly properties: GraphGroup | null;
  /** Whether all required properties came. A new group without them is read individually. */
  readonly isWhole: boolean;
  readonly members: readonly MemberChange[];
}

/** Converts a member reference to a change that adds or removes the member. */
export function memberChange(member: z.infer<typeof memberReference>): MemberChange {
  return {
    id: member.id.toLowerCase(),
    type: typeCode(member['@odata.type']),
    removed: member['@removed'] !== undefined,
  };
}

export function groupChange(group: GraphGroup): GroupChange {
  return {
    id: group.id.toLowerCase(),
    removed: group['@removed'] !== undefined,
    properties: hasProperties(group) ? group : null,
    isWhole:
      group.displayName !== undefined &&
      (group.groupTypes !== undefined ||
        group.mailEnabled !== undefined ||
        group.securityEnabled !== undefined),
    members: (group['members@delta'] ?? []).map(memberChange),
  };
}

/** Columns of a group whose first piece, with its properties, has not come yet. */
export const unnamedGroup: GroupValues = groupValues({ id: '' }, null);

/** Properties that every piece of a group has. */
const ofEveryPiece: ReadonlySet<string> = new Set(['id', '@removed', 'members@delta']);

/** Whether properties came; a further piece has only members. */
function hasProperties(group: GraphGroup): boolean {
  return Object.entries(group).some(
    ([name, value]) => value !== undefined && !ofEveryPiece.has(name),
  );
}

/** Converts a group to columns: a missing property keeps its `known` value, null clears it. */
export function groupValues(group: GraphGroup, known: KnownGroup | null): GroupValues {
  const name =
    group.displayName === undefined ? String(known?.name ?? '') : (group.displayName ?? '');
  const created = group.createdDateTime;
  return {
    sort_name: sortName(name),
    name,
    mail: textOr(group.mail, known?.mail),
    description: textOr(group.description, known?.description),
    mail_nickname: textOr(group.mailNickname, known?.mail_nickname),
    kind: kindCode(group, known),
    flags: flagBits(group, Number(known?.flags ?? 0)),
    rule: textOr(group.membershipRule, known?.rule),
    rule_state: textOr(group.membershipRuleProcessingState, known?.rule_state),
    created_at:
      created === undefined
        ? numberOrNull(known?.created_at)
        : created === null
          ? null
          : Date.parse(created),
  };
}

/** Checks for Microsoft 365 first, then the two booleans. */
function kindCode(group: GraphGroup, known: KnownGroup | null): number {
  const before = known === null ? null : groupKinds[Number(known.kind)];
  const isUnified =
    group.groupTypes === undefined
      ? before === 'microsoft365'
      : (group.groupTypes?.includes('Unified') ?? false);
  const hasMail =
    group.mailEnabled === undefined
      ? before === 'distribution' || before === 'mailEnabledSecurity'
      : group.mailEnabled === true;
  const isSecurity =
    group.securityEnabled === undefined
      ? before === 'security' || before === 'mailEnabledSecurity'
      : group.securityEnabled === true;
  if (isUnified) return groupKinds.indexOf('microsoft365');
  if (isSecurity) return groupKinds.indexOf(hasMail ? 'mailEnabledSecurity' : 'security');
  return groupKinds.indexOf(hasMail ? 'distribution' : 'other');
}

function flagBits(group: GraphGroup, known: number): number {
  const told: Record<GroupFlag, boolean | undefined> = {
    dynamic: group.groupTypes?.includes('DynamicMembership') ?? absent(group.groupTypes),
    roleAssignable: group.isAssignableToRole ?? absent(group.isAssignableToRole),
    onPremisesSynced: group.onPremisesSyncEnabled ?? absent(group.onPremisesSyncEnabled),
    team:
      group.resourceProvisioningOptions?.includes('Team') ??
      absent(group.resourceProvisioningOptions),
    hidden:
      group.visibility === undefined
        ? undefined
        : group.visibility?.toLowerCase() === 'hiddenmembership',
  };
  let bits = 0;
  for (const flag of groupFlags) {
    const bit = flagBit(flag);
    if (told[flag] ?? (known & bit) !== 0) bits |= bit;
  }
  return bits;
}

/** A missing value is unknown (undefined); null means off. */
function absent(value: unknown): false | undefined {
  return value === undefined ? undefined : false;
}

const typeCodes: ReadonlyMap<string, ObjectTypeCode> = new Map([
  ['#microsoft.graph.user', objectType.user],
  ['#microsoft.graph.group', objectType.group],
  ['#microsoft.graph.device', objectType.device],
  ['#microsoft.graph.orgContact', objectType.contact],
  ['#microsoft.graph.servicePrincipal', objectType.servicePrincipal],
]);

function typeCode(odataType: string | undefined): ObjectTypeCode {
  return typeCodes.get(odataType ?? '') ?? objectType.unknown;
}
