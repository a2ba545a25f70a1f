/** The properties of a user that a person's row shows, read by a sync or live from Graph. */
export const personRowProperties =
  'id,displayName,userPrincipalName,mail,otherMails,proxyAddresses,userType,accountEnabled,jobTitle';

/** The properties of a group that a group's row shows, read by a sync or live from Graph. */
export const groupRowProperties =
  'id,displayName,description,mail,mailEnabled,securityEnabled,groupTypes,membershipRule,' +
  'membershipRuleProcessingState,onPremisesSyncEnabled,visibility,isAssignableToRole,' +
  'resourceProvisioningOptions';
