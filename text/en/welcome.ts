/** First run, and setting up a connector. */
export const welcome = {
  title: 'Welcome to Evergrant',
  lead: 'Evergrant keeps a security vendor’s read-only connector granted and verified in your customers’ Microsoft Entra tenants. How do you want to start?',
  practice: {
    title: 'Try it in Practice',
    body: 'A small invented Microsoft cloud on this computer. Grant, test, sync, and break things without affecting a customer. It starts in a few seconds and needs no account.',
    button: 'Try it in Practice',
    starting: 'Starting Practice…',
  },
  setUp: {
    title: 'Set up my connector',
    body: 'For real customers, from scratch. Evergrant creates the key on this computer, gives you a ready script or the clicks, and checks what you registered. It takes a few minutes.',
    button: 'Set up my connector',
  },
  own: {
    title: 'Connect your own registration',
    body: 'For real customers. You need the client ID of your multitenant app registration, and its certificate or secret.',
    button: 'Connect your own registration',
  },
  move: {
    title: 'Move from another computer',
    body: 'Restore a backup that Evergrant made on the other computer: connectors, customers, marks, and activity. The backup doesn’t include certificates or sign-ins.',
    button: 'Restore a backup',
  },
  form: {
    title: 'Connect your own registration',
    lead: 'You find these on the registration’s Overview and Certificates & secrets pages in the Entra portal. What you enter is stored encrypted on this computer and never shown again.',
    name: 'Name',
    nameHint: 'What your team calls it, for example the vendor’s name.',
    nameMissing: 'Enter a name for the connector.',
    clientId: 'Application (client) ID',
    clientIdWrong:
      'A client ID looks like 12345678-1234-1234-1234-123456789abc. Copy it from the Overview page.',
    cloud: 'Microsoft cloud',
    clouds: {
      global: 'Worldwide',
      usGovL4: 'US Government',
      usGovL5: 'US Government DoD',
      china: 'China (21Vianet)',
      custom: 'From a cloud file',
    },
    cloudFile: 'Path of the cloud file',
    cloudFileHint: 'The full path on the computer where Evergrant runs.',
    cloudFileMissing: 'Enter the path of the cloud file.',
    credential: 'How the connector signs in',
    certificate: 'Certificate (recommended)',
    secret: 'Secret',
    none: 'Neither yet',
    noneHint:
      'Without a certificate or secret, Evergrant can open the consent page but can verify little: nothing turns green.',
    submit: 'Save connector',
    saving: 'Saving…',
    failed: 'The connector wasn’t saved',
  },
} as const;
