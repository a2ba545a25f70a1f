/** Setting up a connector of one's own, on screen and on the command line. */
export const setUp = {
  title: 'Set up my connector',
  lead: 'Evergrant makes the key on this computer, tells you what to register in Microsoft Entra, and looks afterwards whether all of it is right. It changes nothing in your tenant.',
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
    nameHint: 'Your customers’ administrators read it on Microsoft’s consent page.',
    nameMissing: 'Give the connector a name.',
    home: 'A domain of your own tenant',
    homeHint:
      'Your company’s, not a customer’s: the registration is made there. A tenant id will do.',
    homeMissing: 'Type a domain of your own tenant, or its tenant id.',
    practiceHome:
      'In Practice your own tenant is {{domain}}; its administrator is {{administrator}}.',
    submit: 'Make the key and go on',
    working: 'Making the key…',
    failed: 'The set-up did not begin',
    offline: 'There is no network: your own tenant cannot be looked up.',
  },
  underWay: {
    title: 'Set-ups under way',
    line: '{{home}} · begun {{age}} · certificate {{thumbprint}}',
    goOn: 'Go on with {{name}}',
    giveUp: 'Give up {{name}}…',
    askTitle: 'Give up this set-up?',
    askBody:
      'Its private key is deleted here and cannot be had back. If a registration was made with its certificate already, delete that in the portal.',
    confirm: 'Give up',
  },
  register: {
    title: 'Register it',
    who: 'It takes an Application Administrator or Cloud Application Administrator of {{home}}. Nothing is granted at any customer by this.',
    script: 'With a script',
    byHand: 'By hand in the portal',
    scriptLead:
      'Run it where you are at home with it; Azure Cloud Shell will do. It registers the application with everything it needs, and prints its Application (client) ID at the end. Evergrant itself runs nothing.',
    kind: {
      azureCliBash: 'Azure CLI (bash)',
      azureCliPowerShell: 'Azure CLI (PowerShell)',
      graphPowerShell: 'Microsoft Graph PowerShell',
    },
    copyScript: 'Copy the script',
    scriptLabel: 'Script: {{kind}}',
    noAzureCli: 'The Azure CLI does not reach the DoD’s Graph, so there is no script for it.',
    open: 'Open the portal’s page',
    values: 'Copy {{what}}',
    hand: {
      create:
        'Entra ID → App registrations → New registration. Check at the top right that you are in {{home}}.',
      name: 'Name:',
      audience:
        'Supported account types: Accounts in any organizational directory (Multitenant). Leave Redirect URI empty, then press Register.',
      redirect:
        'Manage → Authentication → Add a platform → Mobile and desktop applications → Custom redirect URIs. Exactly this, with nothing behind it; then press Configure:',
      certificate:
        'Manage → Certificates & secrets → Certificates → Upload certificate: choose the file that you save here, then press Add.',
      thumbprint: 'Its thumbprint in the list must be',
      permissions:
        'Manage → API permissions → Add a permission → Microsoft Graph. Exactly these three:',
      delegated: 'Delegated permissions:',
      application: 'Application permissions:',
      there: 'there already',
      noConsent: 'There is no need to press “Grant admin consent” there.',
      overview: 'Overview → copy the Application (client) ID, and paste it below.',
    },
    saveCertificate: 'Save the certificate',
    saved: 'Saved as {{path}}',
    copyCertificate: 'Copy its text',
    name: 'the name',
    redirectUri: 'the redirect URI',
    clientId: 'Application (client) ID',
    clientIdHint: 'Printed by the script; in the portal on the Overview page.',
    clientIdWrong: 'An id looks like 12345678-1234-1234-1234-123456789abc.',
    submit: 'Check it',
    working: 'Asking Microsoft…',
    failed: 'Not yet',
    giveUp: 'Give up…',
  },
  check: {
    title: 'Check of {{name}}',
    lead: 'What Microsoft says of the registration in your own tenant, {{tenant}}.',
    checking: 'Looking at the registration…',
    again: 'Check again',
    ready: 'Your connector is ready.',
    notReady: 'Not ready yet. Put right what is marked, top to bottom, then check again.',
    couldNotTell: 'Some of it could not be looked at yet.',
    firstCustomer: 'Go to customers',
    checkedAt: 'Checked {{time}}',
    list: 'What was looked at',
    home: 'A domain of your own tenant',
    homeSubmit: 'Check',
    failed: 'The registration was not checked',
    verdict: {
      right: 'Right',
      wrong: 'Wrong',
      caution: 'Mind this',
      couldNotTell: 'Could not check',
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
      redirect: '{{uri}} under Mobile and desktop applications.',
      permissions: '{{names}}.',
      multiTenant: 'Administrators of other tenants can grant it.',
      publisher: 'Verified: {{publisher}}.',
    },
    found: {
      unknownHere:
        'No application of this id is registered in this tenant. The id may be mistyped, or the registration is in another tenant.',
      keyUnknown: 'The registration does not know this computer’s certificate.',
      secretRefused: 'Microsoft does not accept the secret: it is wrong or has expired.',
      redirectMissing: '{{uri}} is not there.',
      redirectOtherPlatform:
        'It stands under another platform. It must be under Mobile and desktop applications.',
      redirectOtherForm: '{{similar}} is there; it must be {{uri}}, with nothing behind it.',
      permissionsDiffer: 'Missing: {{missing}}. Too many: {{extra}}.',
      permissionMayWrite:
        'Missing: {{missing}}. Too many: {{extra}}, of which at least one may write. Customers would be right to refuse.',
      oneTenantOnly: 'It is for your own tenant alone: no customer can grant it.',
      unverified: 'Customers will see “unverified” beside the name. It works all the same.',
    },
    nothing: 'none',
    fix: {
      application:
        'In the portal: App registrations → All applications → copy the id from Overview.',
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
    remove: 'Remove this connector and begin again',
    startAgain: 'With another client id: remove the connector on its page, then set it up again.',
  },
  grant: {
    title: 'Grant it in your own tenant',
    why: 'Evergrant reads the registration with the connector’s own reading permission, so it has to be granted at home as well. Your own tenant is then the first in your list.',
    who: 'Sign in as a Privileged Role Administrator or Global Administrator of your own tenant. Microsoft’s page must list exactly these three; if it lists more, press Cancel:',
    redirectFirst:
      'The redirect URI isn’t registered yet, so Microsoft’s page would end with an error. Add it as shown below, then check again.',
    button: 'Grant Permissions',
    details: 'More on its page',
    inPortal:
      'Your own tenant is here with another connector. Grant this one in the portal: API permissions → Grant admin consent. Then check again.',
    failed: 'The consent page was not opened',
  },
} as const;
