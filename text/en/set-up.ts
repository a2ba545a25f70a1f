/** Setting up your own connector, on screen and on the command line. */
export const setUp = {
  title: 'Set up my connector',
  lead: 'Evergrant creates the key on this computer, shows you what to register in Microsoft Entra, and then checks whether everything is right. It changes nothing in your tenant.',
  back: 'Back',
  steps: {
    label: 'Steps',
    name: 'Name it',
    register: 'Register it',
    check: 'Check',
  },
  name: {
    title: 'Name it',
    name: 'Name',
    nameHint: 'Your customers’ administrators see it on Microsoft’s consent page.',
    nameMissing: 'Enter a name for the connector.',
    home: 'A domain of your company’s tenant',
    homeHint:
      'Not a customer’s: the app registration is created in this tenant. You can also enter the tenant ID.',
    homeMissing: 'Enter a domain of your company’s tenant, or its tenant ID.',
    practiceHome:
      'In Practice, your own tenant is {{domain}}; its administrator is {{administrator}}.',
    submit: 'Create the key and continue',
    working: 'Creating the key…',
    failed: 'The set-up didn’t start',
    offline: 'You’re offline, so Evergrant can’t look up your own tenant.',
  },
  underWay: {
    title: 'Set-ups in progress',
    line: '{{home}} · started {{age}} · certificate {{thumbprint}}',
    goOn: 'Continue with {{name}}',
    giveUp: 'Discard {{name}}…',
    askTitle: 'Discard this set-up?',
    askBody:
      'Its private key is deleted from this computer and can’t be recovered. If you already created a registration with its certificate, delete it in the portal.',
    confirm: 'Discard',
  },
  register: {
    title: 'Register it',
    who: 'You need to be an Application Administrator or Cloud Application Administrator of {{home}}. This grants nothing in any customer’s tenant.',
    script: 'With a script',
    byHand: 'By hand in the portal',
    scriptLead:
      'Run it in the shell you prefer; Azure Cloud Shell works too. It registers the application with everything it needs, and prints its Application (client) ID at the end. Evergrant doesn’t run it for you.',
    kind: {
      azureCliBash: 'Azure CLI (bash)',
      azureCliPowerShell: 'Azure CLI (PowerShell)',
      graphPowerShell: 'Microsoft Graph PowerShell',
    },
    copyScript: 'Copy the script',
    scriptLabel: 'Script: {{kind}}',
    noAzureCli:
      'The Azure CLI can’t reach Microsoft Graph for the DoD, so there’s no script for this cloud.',
    open: 'Open the portal’s page',
    values: 'Copy {{what}}',
    hand: {
      create:
        'Entra ID → App registrations → New registration. Check at the top right that you are in {{home}}.',
      name: 'Name:',
      audience:
        'Supported account types: Accounts in any organizational directory (Multitenant). Leave Redirect URI empty, then select Register.',
      redirect:
        'Manage → Authentication → Add a platform → Mobile and desktop applications → Custom redirect URIs. Enter exactly this, with nothing after it, then select Configure:',
      certificate:
        'Manage → Certificates & secrets → Certificates → Upload certificate: choose the file that you saved from Evergrant, then select Add.',
      thumbprint: 'Its thumbprint in the list must be',
      permissions:
        'Manage → API permissions → Add a permission → Microsoft Graph. Exactly these three:',
      delegated: 'Delegated permissions:',
      application: 'Application permissions:',
      there: 'already there',
      noConsent: 'You don’t need to select “Grant admin consent”.',
      overview: 'Overview → copy the Application (client) ID, and paste it below.',
    },
    saveCertificate: 'Save the certificate',
    saved: 'Saved as {{path}}',
    copyCertificate: 'Copy its text',
    name: 'the name',
    redirectUri: 'the redirect URI',
    clientId: 'Application (client) ID',
    clientIdHint: 'The script prints it; in the portal, it’s on the Overview page.',
    clientIdWrong: 'An ID looks like 12345678-1234-1234-1234-123456789abc.',
    submit: 'Check it',
    working: 'Checking with Microsoft…',
    failed: 'Not yet',
    giveUp: 'Discard…',
  },
  check: {
    title: 'Check of {{name}}',
    lead: 'What Microsoft reports about the registration in your own tenant, {{tenant}}.',
    checking: 'Checking the registration…',
    again: 'Check again',
    ready: 'Your connector is ready.',
    notReady: 'Not ready yet. Fix the marked items from top to bottom, then check again.',
    couldNotTell: 'Evergrant couldn’t check everything yet.',
    firstCustomer: 'Go to customers',
    checkedAt: 'Checked {{time}}',
    list: 'What was checked',
    home: 'A domain of your company’s tenant',
    homeSubmit: 'Check',
    failed: 'The registration wasn’t checked',
    verdict: {
      right: 'Correct',
      wrong: 'Wrong',
      caution: 'Note',
      couldNotTell: 'Couldn’t verify',
    },
    kind: {
      application: 'Application',
      certificate: 'Certificate',
      redirect: 'Redirect URI',
      permissions: 'The three permissions, and no more',
      multiTenant: 'For customers’ tenants',
      publisher: 'Publisher',
    },
    right: {
      application: 'Found: {{name}}.',
      certificate: 'Microsoft accepts this computer’s key.',
      redirect: '{{uri}} is registered under Mobile and desktop applications.',
      permissions: '{{names}}.',
      multiTenant: 'Administrators of other tenants can grant it.',
      publisher: 'Verified: {{publisher}}.',
    },
    found: {
      unknownHere:
        'No application with this ID is registered in this tenant. The ID may be mistyped, or the registration is in another tenant.',
      keyUnknown: 'The registration doesn’t have this computer’s certificate.',
      secretRefused: 'Microsoft doesn’t accept the secret: it’s wrong or has expired.',
      redirectMissing: '{{uri}} isn’t registered.',
      redirectOtherPlatform:
        'It’s registered under another platform. It must be under Mobile and desktop applications.',
      redirectOtherForm:
        '{{similar}} is registered instead; it must be {{uri}}, with nothing after it.',
      permissionsDiffer: 'Missing: {{missing}}. Not needed: {{extra}}.',
      permissionMayWrite:
        'Missing: {{missing}}. Not needed: {{extra}}, of which at least one may write. Customers would be right to refuse.',
      oneTenantOnly: 'It’s for your own tenant only: no customer can grant it.',
      unverified: 'Customers will see “unverified” next to the name. It works anyway.',
    },
    nothing: 'none',
    fix: {
      application:
        'In the portal: App registrations → All applications → copy the ID from Overview.',
      certificate: 'In the portal: Certificates & secrets → Certificates → Upload certificate.',
      redirect:
        'In the portal: Authentication → Add a platform → Mobile and desktop applications → {{uri}} → Configure.',
      permissions: 'In the portal: API permissions → Add a permission, or ⋯ → Remove permission.',
      multiTenant:
        'In the portal: Authentication → Supported account types → Accounts in any organizational directory → Save.',
      publisher: 'In the portal: Branding & properties → Publisher verification.',
    },
    page: {
      application: 'Open App registrations',
      certificate: 'Open Certificates & secrets',
      redirect: 'Open Authentication',
      permissions: 'Open API permissions',
      multiTenant: 'Open Authentication',
      publisher: 'Open Branding & properties',
    },
    remove: 'Remove this connector and start over',
    startAgain: 'To use another client ID, remove the connector on its page, then set it up again.',
  },
  grant: {
    title: 'Grant it in your own tenant',
    why: 'Evergrant reads the registration with the connector’s own read permission, so the connector has to be granted in your own tenant too. Your tenant then becomes the first in your list.',
    who: 'Sign in as a Privileged Role Administrator or Global Administrator of your tenant. Microsoft’s page must list exactly these three; if it lists more, select Cancel:',
    redirectFirst:
      'The redirect URI isn’t registered yet, so Microsoft’s page would end with an error. Add it as shown below, then check again.',
    button: 'Grant permissions',
    details: 'More on its page',
    inPortal:
      'Your own tenant is in Evergrant with another connector. Grant this one in the portal: API permissions → Grant admin consent. Then check again.',
    failed: 'The consent page didn’t open',
  },
} as const;
