/** Signed-in accounts, and customers that require a separate sign-in. */
export const accounts = {
  title: 'Sign-ins',
  lead: 'Sign in once. Evergrant then tries a silent sign-in for every customer that your account reaches. Customers that require more are listed below.',
  demands: {
    title_one: '{{formatted}} customer requires a separate sign-in',
    title_other: '{{formatted}} customers require a separate sign-in',
    none: 'No customer requires a separate sign-in',
    noneWhy:
      'Silent sign-in worked wherever Evergrant tried it. Evergrant tries it each time you select Test permissions.',
    effect:
      'This does not affect the connection itself: the connector keeps working. Only the permissions that work while you’re signed in can’t be tested in these tenants.',
    tryAgain: 'Retry all silently',
    trying: 'Trying…',
    tried: 'Tried again. Still listed: {{left}}.',
    signIn: 'Sign in to {{customer}}',
    signingIn: 'Waiting for the sign-in in your browser…',
    cancel: 'Cancel sign-in',
    failed: 'The sign-in failed',
    as: 'Tried as {{account}}',
    asNobody: 'Tried in the browser',
    showAdministrator:
      'Show this to the customer’s administrator: Entra ID → Sign-in logs → the sign-in with this correlation ID → Conditional Access tab. It names the policy.',
    correlation: 'Correlation ID',
    at: 'When',
  },
  list: {
    title: 'Signed-in accounts',
    none: 'You’re not signed in. The connector itself needs no sign-in; you sign in only to test the permissions that work while you’re signed in. To do that, go to a customer’s Connection page.',
    reach_one: 'signed in to {{formatted}} tenant',
    reach_other: 'signed in to {{formatted}} tenants',
    othersToo: 'also tried silently with every other customer',
    ownOnly: 'used for its own tenant only',
    signOut: 'Sign out {{account}}',
  },
  out: {
    title: 'Sign out {{account}}?',
    body_one:
      'Evergrant forgets this account on this computer, for the one tenant that it is used for.',
    body_other:
      'Evergrant forgets this account on this computer, for all {{formatted}} tenants that it is used for.',
    stays:
      'Connections don’t change: the connector works without a signed-in account. Your browser and other computers stay signed in.',
    confirm: 'Sign out',
    running: 'Signing out…',
    failed: 'The account was not signed out',
  },
} as const;
