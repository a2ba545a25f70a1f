import type { SyncStream } from './store.ts';

const userProperties =
  'id,displayName,userPrincipalName,mail,otherMails,proxyAddresses,userType,accountEnabled,jobTitle';
const groupProperties =
  'id,displayName,description,mail,mailNickname,mailEnabled,securityEnabled,groupTypes,' +
  'membershipRule,membershipRuleProcessingState,onPremisesSyncEnabled,visibility,' +
  'isAssignableToRole,resourceProvisioningOptions,createdDateTime';

/**
 * The first page of each stream. With `members` in its `$select`, groups/delta carries every
 * membership: 61 units where one question a group takes 20,011, and it leaves a delta link.
 *
 * Source: learn.microsoft.com/graph/api/group-delta; entra-graph §4.5, §6.1.
 */
export const firstPages: Readonly<Record<SyncStream, string>> = {
  users: `/users/delta?$select=${userProperties}`,
  groups: `/groups/delta?$select=${groupProperties},members`,
  devices: '/devices?$select=id,displayName,accountEnabled&$top=999',
  contacts: '/contacts?$select=id,displayName,mail&$top=999',
};
