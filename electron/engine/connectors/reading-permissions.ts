import type { Permission } from '../../contract/grant.ts';

/** Microsoft Graph's application ID, the same in every tenant and cloud. */
export const graphAppId = '00000003-0000-0000-c000-000000000000';

const delegated = (id: string, name: string): Permission => ({ id, type: 'delegated', name });
const application = (id: string, name: string): Permission => ({ id, type: 'application', name });

/**
 * The permissions of Microsoft Graph that read and cannot write. Any permission not on this list
 * counts as "may write".
 *
 * Source: learn.microsoft.com/graph/permissions-reference; worldwide cloud.
 */
export const readingPermissions: readonly Permission[] = [
  delegated('e1fe6dd8-ba31-4d61-89e7-88639da4683d', 'User.Read'),
  delegated('b340eb25-3456-403f-be2f-af7a0d370277', 'User.ReadBasic.All'),
  application('97235f07-e226-4f63-ace3-39588e11d3a1', 'User.ReadBasic.All'),
  delegated('a154be20-db9c-4678-8ab7-66f6cc099a59', 'User.Read.All'),
  application('df021288-bdef-4463-88db-98f22de89214', 'User.Read.All'),
  delegated('bc024368-1153-4739-b217-4326f2e966d0', 'GroupMember.Read.All'),
  application('98830695-27a2-44f7-8c18-0c3ebc9698f6', 'GroupMember.Read.All'),
  delegated('28539367-358c-4ed9-b7f0-793eccb8fd34', 'GroupMember.ReadBasic.All'),
  application('8222c640-cae5-4860-8d11-b32cfad95e03', 'GroupMember.ReadBasic.All'),
  delegated('ba1917bc-a64b-4c71-b66d-229d4a520e66', 'Group.ReadBasic.All'),
  application('07d67222-3a10-4d3b-9ddc-b8aa43198a00', 'Group.ReadBasic.All'),
  delegated('5f8c59db-677d-491f-a6b8-5f174b11ec1d', 'Group.Read.All'),
  application('5b567255-7703-4780-807c-7be8301ae99b', 'Group.Read.All'),
  delegated('06da0dbc-49e2-44d2-8312-53f166ab848a', 'Directory.Read.All'),
  application('7ab1d382-f21e-4acd-a863-ba3e13f7da61', 'Directory.Read.All'),
  delegated('c79f8feb-a9db-4090-85f9-90d820caa0eb', 'Application.Read.All'),
  application('9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30', 'Application.Read.All'),
  delegated('4908d5b9-3fb2-4b1e-9336-1888b7937185', 'Organization.Read.All'),
  application('498476ce-e0fe-48b0-b801-37ba7e2685c6', 'Organization.Read.All'),
  delegated('2f9ee017-59c1-4f1d-9472-bd5529a7b311', 'Domain.Read.All'),
  application('dbb9058a-0e50-45d7-ae91-66909b5d4664', 'Domain.Read.All'),
  delegated('f6a3db3e-f7e8-4ed2-a414-557c8c9830be', 'Member.Read.Hidden'),
  application('658aa5d8-239f-45c4-aa12-864f4fc7e490', 'Member.Read.Hidden'),
  delegated('81594d25-e88e-49cf-ac8c-fecbff49f994', 'CrossTenantInformation.ReadBasic.All'),
  application('cac88765-0581-4025-9725-5ebc13f729ee', 'CrossTenantInformation.ReadBasic.All'),
  delegated('0c0064ea-477b-4130-82a5-4c2cc4ff68aa', 'DelegatedAdminRelationship.Read.All'),
  application('f6e9e124-4586-492f-adc0-c6f96e4823fd', 'DelegatedAdminRelationship.Read.All'),
  delegated('a197cdc4-a8e8-4d49-9d35-4ca7c83887b4', 'DelegatedPermissionGrant.Read.All'),
  application('81b4724a-58aa-41c1-8a55-84ef97466587', 'DelegatedPermissionGrant.Read.All'),
];

/** The scopes of every sign-in: neither extra nor missing. */
export const signInPermissions: readonly Permission[] = [
  delegated('37f7f235-527c-4136-accd-4a02d197296e', 'openid'),
  delegated('14dad69e-099b-42c9-810b-d002981feec1', 'profile'),
  delegated('64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0', 'email'),
  delegated('7427e0e9-2fba-42fe-b0c0-848c9e6a8182', 'offline_access'),
];

/** The connector's three permissions: the default requirement of a profile. */
export const connectorPermissions: readonly Permission[] = [
  delegated('e1fe6dd8-ba31-4d61-89e7-88639da4683d', 'User.Read'),
  delegated('bc024368-1153-4739-b217-4326f2e966d0', 'GroupMember.Read.All'),
  application('7ab1d382-f21e-4acd-a863-ba3e13f7da61', 'Directory.Read.All'),
];

/**
 * Names, for a refusal, of permissions that can write and are requested often. An unknown permission
 * is shown by its ID.
 */
const writingPermissionNames: ReadonlyMap<string, string> = new Map([
  ['19dbc75e-c2e2-444c-a770-ec69d8559fc7', 'Directory.ReadWrite.All'],
  ['c5366453-9fb0-48a5-a156-24f0c49a4b84', 'Directory.ReadWrite.All'],
  ['0e263e50-5827-48a4-b97c-d940288653c7', 'Directory.AccessAsUser.All'],
]);

type PermissionId = Pick<Permission, 'id' | 'type'>;
const key = ({ id, type }: PermissionId): string => `${type} ${id}`;
const reading = new Map(readingPermissions.map((row) => [key(row), row]));
const signIn = new Set(signInPermissions.map(key));

/** The reading permission with this ID and type, or null when the permission can write. */
export function readingPermission(permission: PermissionId): Permission | null {
  return reading.get(key(permission)) ?? null;
}

/** Whether this is one of OpenID Connect's own scopes. */
export function isSignInPermission(permission: PermissionId): boolean {
  return signIn.has(key(permission));
}

/** The display name of a permission that can write: its name if known, otherwise its ID. */
export function writingPermissionName(id: string): string {
  return writingPermissionNames.get(id) ?? id;
}
