/** What a person's row shows of a user, read by a sync or asked of Graph live. */
export const personRowProperties =
  'id,displayName,userPrincipalName,mail,otherMails,proxyAddresses,userType,accountEnabled,jobTitle';

/** What a group's row shows of a group, read by a sync or asked of Graph live. */
export const groupRowProperties =
  'id,displayName,description,mail,mailEnabled,securityEnabled,groupTypes,membershipRule,' +
  'membershipRuleProcessingState,onPremisesSyncEnabled,visibility,isAssignableToRole,' +
  'resourceProvisioningOptions';
