/** The connector's permissions in plain words, by Graph permission name without its dots. */
export const permission = {
  name: {
    UserRead: 'Sign in and read user profile',
    GroupMemberReadAll: 'Read group memberships',
    DirectoryReadAll: 'Read directory data',
  },
  plain: {
    UserRead: 'Lets a technician sign in and see their own profile.',
    GroupMemberReadAll: 'Shows which people are in which groups. It can’t change them.',
    DirectoryReadAll: 'Reads names, groups, and domains. It can’t change anything.',
  },
  type: { delegated: 'while you’re signed in', application: 'without a signed-in user' },
  proof: {
    grant: 'Recorded in the tenant',
    token: 'In a fresh token',
    read: 'Used for a real read',
  },
  finding: {
    servicePrincipalDisabled:
      'The connector is disabled. In Enterprise applications, open the connector, then Properties, and set “Enabled for users to sign in?” to Yes. If it is already Yes, the owner of the app registration deactivated the application.',
    applicationDeactivated:
      'The owner of the app registration deactivated this application in every tenant. Only they can activate it again.',
    assignmentRequired:
      'The tenant lets only assigned people use the connector. In Enterprise applications → Properties, set “Assignment required?” to No, or assign your account.',
    consentByOneUserOnly:
      'One person consented for themselves, not for the whole organization. Grant permissions again with an administrator.',
    mayWrite:
      'The connector has a permission that may do more than read: {{permissions}}. Until it’s removed, the connector isn’t shown as green. Ask the administrator to remove it.',
    extraReadingPermission:
      'The connector has a read permission that it doesn’t need: {{permissions}}.',
    credentialExpiring:
      'The connector’s credential expires in {{days}} days. Renew it before then.',
    primaryDomainChanged:
      'The primary domain changed from {{from}} to {{to}}. The tenant ID is the same, so the grant normally stays valid.',
    domainsChanged:
      'The customer’s verified domains changed since the last good test. Added: {{added}}. Removed: {{removed}}.',
  },
} as const;
