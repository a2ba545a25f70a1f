/** First run, and setting up a connector. */
export const welcome = {
  title: 'Welcome to Evergrant',
  lead: 'Evergrant keeps a security vendor’s read-only connector granted and proven in your customers’ Microsoft Entra tenants. How do you want to start?',
  practice: {
    title: 'Try it in Practice',
    body: 'A small invented Microsoft cloud on this computer. Grant, test, sync and break things without touching a customer. Takes a few seconds; needs no account.',
    button: 'Try it in Practice',
    starting: 'Starting Practice…',
  },
  setUp: {
    title: 'Set up my connector',
    body: 'For real customers, from nothing. Evergrant makes the key here, gives you a ready script or the clicks, and checks what you registered. Takes some minutes.',
    button: 'Set up my connector',
  },
  own: {
    title: 'Connect your own registration',
    body: 'For real customers. You need the client id of your multi-tenant app registration, and its certificate or secret.',
    button: 'Connect your own registration',
  },
  move: {
    title: 'Move from another computer',
    body: 'Bring in a backup that Evergrant made on the other computer: connectors, customers, marks and activity. Certificates and sign-ins do not travel.',
    button: 'Bring in a backup',
  },
  form: {
    title: 'Connect your own registration',
    lead: 'These are on the registration’s Overview and Certificates & secrets pages in the Entra portal. What you enter is kept encrypted on this computer and is never shown again.',
    name: 'Name',
    nameHint: 'What your team calls it, for example the vendor’s name.',
    nameMissing: 'Give the connector a name.',
    clientId: 'Application (client) id',
    clientIdWrong:
      'A client id looks like 12345678-1234-1234-1234-123456789abc. Copy it from the Overview page.',
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
    cloudFileMissing: 'Type the path of the cloud file.',
    credential: 'How the connector signs in',
    certificate: 'Certificate (recommended)',
    secret: 'Secret',
    none: 'Neither yet',
    noneHint:
      'Without a certificate or secret Evergrant can open the consent page but can prove little: nothing will turn green.',
    submit: 'Save connector',
    saving: 'Saving…',
    failed: 'The connector was not saved',
  },
} as const;
