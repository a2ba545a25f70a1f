/** The connector's permissions in plain words, by Graph permission name without its dots. */
export const permission = {
  name: {
    UserRead: 'Sign in and read user profile',
    GroupMemberReadAll: 'Read group memberships',
    DirectoryReadAll: 'Read directory data',
  },
  plain: {
    UserRead: 'Lets a technician sign in and see their own profile.',
    GroupMemberReadAll: 'Shows which people are in which groups. It cannot change them.',
    DirectoryReadAll: 'Reads names, groups and domains. It cannot change anything.',
  },
  type: { delegated: 'while you are signed in', application: 'with nobody signed in' },
  proof: {
    grant: 'Recorded in the tenant',
    token: 'In a fresh token',
    read: 'Used for a real read',
  },
  finding: {
    servicePrincipalDisabled:
      'The connector is disabled. In Enterprise applications, open it, then Properties, and set “Enabled for users to sign in?” to Yes. If it is Yes already, the owner of the app registration deactivated the application.',
    applicationDeactivated:
      'The owner of the app registration deactivated this application, for every tenant. Only they can activate it again.',
    assignmentRequired:
      'The tenant lets only assigned people use the connector. In Enterprise applications → Properties set “Assignment required?” to No, or assign your account.',
    consentByOneUserOnly:
      'One person consented for themselves, not for the whole organisation. Grant Permissions again with an administrator.',
    mayWrite:
      'The connector has a permission that may change data: {{permissions}}. It is not shown as green while that is so. Ask the administrator to remove it.',
    extraReadingPermission:
      'The connector has a reading permission that it does not need: {{permissions}}.',
    credentialExpiring:
      'The connector’s credential expires in {{days}} days. Renew it before then.',
    primaryDomainChanged:
      'The primary domain changed from {{from}} to {{to}}. The tenant id is the same, so the grant normally still stands.',
    domainsChanged:
      'The customer’s verified domains changed since the last good test. New: {{added}}. Gone: {{removed}}.',
  },
} as const;
