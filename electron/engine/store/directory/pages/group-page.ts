import { z } from 'zod';
import type { GroupFlag } from '../../../../contract/directory.ts';
import { flagBit, groupKinds, objectType } from '../codes.ts';
import type { ObjectTypeCode } from '../codes.ts';
import { sortName } from '../search-text.ts';
import { graphId, optionalFlag, optionalText, pageOf, removal } from './graph-page.ts';

export const memberReference = z.object({
  '@odata.type': z.string().optional(),
  id: graphId,
  '@removed': removal,
});

/** A group resource, whole or in pieces. */
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
type GraphGroup = z.infer<typeof graphGroup>;

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

/** What a page says of one group. `values` null: only of its members (a further piece of it). */
export interface GroupChange {
  readonly id: string;
  readonly removed: boolean;
  readonly values: GroupValues | null;
  readonly members: readonly MemberChange[];
}

/** A member as a change that adds or removes it. */
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
    values: group.displayName === undefined ? null : groupValues(group),
    members: (group['members@delta'] ?? []).map(memberChange),
  };
}

/** The columns of a group without its properties: its first piece has not come yet. */
export const unnamedGroup: GroupValues = groupValues({ id: '' });

/** The columns of a whole group. */
export function groupValues(group: GraphGroup): GroupValues {
  const name = group.displayName ?? '';
  return {
    sort_name: sortName(name),
    name,
    mail: group.mail ?? null,
    description: group.description ?? null,
    mail_nickname: group.mailNickname ?? null,
    kind: kindCode(group),
    flags: flagBits(group),
    rule: group.membershipRule ?? null,
    rule_state: group.membershipRuleProcessingState ?? null,
    created_at: group.createdDateTime ? Date.parse(group.createdDateTime) : null,
  };
}

/** Microsoft 365 first, then the two booleans (entra-graph §4.2). */
function kindCode(group: GraphGroup): number {
  const kind = group.groupTypes?.includes('Unified')
    ? 'microsoft365'
    : group.securityEnabled
      ? group.mailEnabled
        ? 'mailEnabledSecurity'
        : 'security'
      : group.mailEnabled
        ? 'distribution'
        : 'other';
  return groupKinds.indexOf(kind);
}

function flagBits(group: GraphGroup): number {
  const has: Record<GroupFlag, boolean> = {
    dynamic: group.groupTypes?.includes('DynamicMembership') ?? false,
    roleAssignable: group.isAssignableToRole ?? false,
    onPremisesSynced: group.onPremisesSyncEnabled ?? false,
    team: group.resourceProvisioningOptions?.includes('Team') ?? false,
    hidden: group.visibility?.toLowerCase() === 'hiddenmembership',
  };
  return (
    (has.dynamic ? flagBit('dynamic') : 0) |
    (has.roleAssignable ? flagBit('roleAssignable') : 0) |
    (has.onPremisesSynced ? flagBit('onPremisesSynced') : 0) |
    (has.team ? flagBit('team') : 0) |
    (has.hidden ? flagBit('hidden') : 0)
  );
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
