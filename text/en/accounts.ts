/** Who is signed in, and customers that want a sign-in of their own. */
export const accounts = {
  title: 'Sign-ins',
  lead: 'Sign in once; Evergrant then asks every customer that your account reaches, silently. Customers that want more than that are listed here.',
  demands: {
    title_one: '{{formatted}} customer wants a sign-in of its own',
    title_other: '{{formatted}} customers want a sign-in of their own',
    none: 'No customer wants a sign-in of its own',
    noneWhy:
      'Silent sign-ins were enough wherever they were tried. They are tried with each Test Permissions.',
    effect:
      'The connection itself does not hang on this: the connector goes on working. Only the proofs “while you are signed in” cannot be tried there.',
    tryAgain: 'Try all silently again',
    trying: 'Trying…',
    tried: 'Tried. Still listed: {{left}}.',
    signIn: 'Sign in to {{customer}}',
    signingIn: 'Waiting for you in the browser…',
    cancel: 'Cancel sign-in',
    failed: 'The sign-in did not succeed',
    as: 'Tried as {{account}}',
    asNobody: 'Tried in the browser',
    showAdministrator:
      'Show the customer’s administrator this: Entra ID → Sign-in logs → the sign-in with this correlation id → tab Conditional Access. It names the policy.',
    correlation: 'Correlation id',
    at: 'When',
  },
  list: {
    title: 'Who is signed in',
    none: 'Nobody is signed in. The connector itself needs no sign-in; it is for the proofs “while you are signed in”. Sign in from a customer’s Connection page.',
    reach_one: 'has signed in to {{formatted}} customer’s tenant',
    reach_other: 'has signed in to {{formatted}} tenants',
    othersToo: 'is tried silently with every other customer too',
    ownOnly: 'is used for its own tenant only',
    signOut: 'Sign out {{account}}',
  },
  out: {
    title: 'Sign out {{account}}?',
    body_one: 'Evergrant forgets this account on this computer, for the one tenant that it serves.',
    body_other:
      'Evergrant forgets this account on this computer, for all {{formatted}} tenants that it serves at once.',
    stays:
      'Connections stay as they are: the connector works without anybody signed in. Your browser, and other computers, stay signed in.',
    confirm: 'Sign out',
    running: 'Signing out…',
    failed: 'Nobody was signed out',
  },
} as const;
