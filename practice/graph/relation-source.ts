import type { Directory, DirectoryObject } from '../directory/types.ts';
import type { DirectoryRole } from '../world/types.ts';
import type { Entry, Source } from './source.ts';
import {
  contactType,
  deviceType,
  directoryObjectType,
  directoryRoleType,
  groupType,
  typeOfKind,
  userType,
} from './directory-types.ts';
import type { HeldRole } from './directory-types.ts';
import { principalMemberType } from './application-types.ts';
import { directoryRoles } from './directory-roles.ts';
import type { EntityType } from './entity-type.ts';
import type { GraphCall } from './graph-call.ts';
import { accessDenied, segmentNotFound } from './graph-error.ts';
import { mayRead } from './rights.ts';

export type RelationName =
  | 'members'
  | 'transitiveMembers'
  | 'owners'
  | 'memberOf'
  | 'transitiveMemberOf';

const castTypes: ReadonlyMap<string, EntityType> = new Map(
  [
    userType,
    groupType,
    deviceType,
    contactType,
    principalMemberType,
    directoryRoleType,
    { ...directoryRoleType, name: 'administrativeUnit', set: 'administrativeUnits' },
  ].map((type) => [type.name, type]),
);

/** Index of the account's role; higher than all object indexes. */
const roleIndex = Number.MAX_SAFE_INTEGER;

/**
 * The objects in a relation. `list` follows v1.0, which omits service principals from members and owners;
 * `expand` includes them.
 *
 * Throws 403 for a hidden membership when the world's settings say so.
 */
export function relationSource(
  call: GraphCall,
  object: DirectoryObject,
  relation: RelationName,
  purpose: 'list' | 'expand',
): Source {
  const { directory } = call.tenant;
  const cast = call.cast === null || purpose === 'expand' ? null : castTypes.get(call.cast);
  if (cast === undefined) throw segmentNotFound(`microsoft.graph.${call.cast ?? ''}`);
  const role = relation.endsWith('emberOf') ? heldRole(call, object) : null;
  const indexes = reach(call, directory, object, relation);
  const downwards = !relation.endsWith('emberOf');
  return {
    declared: cast ?? directoryObjectType,
    mixed: cast === null,
    relationship: true,
    indexes: role === null ? indexes : [...indexes, roleIndex],
    at: (index): Entry | undefined => {
      if (index === roleIndex)
        return role === null || (cast !== null && cast !== directoryRoleType)
          ? undefined
          : { type: directoryRoleType, row: role };
      const row = directory.at(index);
      if (row.state !== 'active') return undefined;
      if (downwards && purpose === 'list' && row.kind === 'servicePrincipal') return undefined;
      if (!downwards && isHidden(call, row)) return undefined;
      const type = typeOfKind[row.kind];
      if (cast !== null && type !== cast) return undefined;
      return { type, row, limited: !mayRead(call.caller, row.kind) };
    },
  };
}

/** Whether the caller may not see the members of this group. */
export function isHidden(call: GraphCall, object: DirectoryObject): boolean {
  return (
    object.kind === 'group' &&
    object.visibility === 'HiddenMembership' &&
    !call.caller.has('Member.Read.Hidden')
  );
}

function reach(
  call: GraphCall,
  directory: Directory,
  object: DirectoryObject,
  relation: RelationName,
): readonly number[] {
  if (relation === 'owners') return directory.owners(object.index);
  if (relation === 'memberOf') return directory.memberOf(object.index);
  if (relation === 'transitiveMemberOf')
    return closure(object.index, (index) =>
      directory.at(index).state === 'active' ? directory.memberOf(index) : [],
    );
  if (isHidden(call, object)) {
    if (call.world.settings.hiddenMembership === 'forbidden') throw accessDenied();
    return [];
  }
  if (relation === 'members') return directory.members(object.index);
  return closure(object.index, (index) => {
    const inner = directory.at(index);
    return inner.state === 'active' && !isHidden(call, inner) ? directory.members(index) : [];
  });
}

/** Everything reachable from a start, ascending; a cycle may include the start. */
function closure(start: number, next: (index: number) => readonly number[]): number[] {
  const seen = new Set<number>();
  const waiting = [...next(start)];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (seen.has(index)) continue;
    seen.add(index);
    waiting.push(...next(index));
  }
  return [...seen].sort((a, b) => a - b);
}

function heldRole(call: GraphCall, object: DirectoryObject): HeldRole | null {
  const account = call.tenant.accounts.find((one) => one.objectId === object.id);
  const role: DirectoryRole = account?.role ?? 'none';
  return role === 'none' ? null : directoryRoles[role];
}
