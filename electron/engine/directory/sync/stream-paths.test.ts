import { expect, it } from 'vitest';
import { firstPages } from './stream-paths.ts';

/**
 * A delta link continues with the `$select` that it began with, so a property added to these lists remains
 * empty for every customer that was synced before. A change to one of these lists requires a migration of the
 * directory that deletes `delta_link` and ends unfinished syncs.
 */
it.each([
  [
    'users',
    'id,displayName,userPrincipalName,mail,otherMails,proxyAddresses,userType,accountEnabled,' +
      'jobTitle,createdDateTime',
  ],
  [
    'groups',
    'id,displayName,description,mail,mailEnabled,securityEnabled,groupTypes,membershipRule,' +
      'membershipRuleProcessingState,onPremisesSyncEnabled,visibility,isAssignableToRole,' +
      'resourceProvisioningOptions,mailNickname,createdDateTime,members',
  ],
] as const)(
  '%s: the properties are those that delta links on disk were made with',
  (stream, all) => {
    const asked = new URL(firstPages[stream], 'https://graph.example').searchParams.get('$select');
    expect(asked?.split(',').toSorted()).toEqual(all.split(',').toSorted());
  },
);
