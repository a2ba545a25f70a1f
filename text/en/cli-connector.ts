/** `evergrant connector`. */
export const cliConnector = {
  about: 'Set up your own connector, and check its app registration.',
  setUp: 'Set up your own connector, from a key pair on this computer to a checked registration.',
  begin: 'Make a key pair on this computer and begin the set-up of a connector in your own tenant.',
  list: 'List the set-ups in progress.',
  script: 'Print a script that creates the app registration. Evergrant doesn’t run it.',
  clicks: 'Print the steps in the portal, and the certificate to upload.',
  finish:
    'Enter the client ID and finish the set-up: it becomes a connector, and your own tenant becomes a customer of it.',
  giveUp: 'Discard a set-up and delete its private key.',
  check:
    'Check the app registration in your own tenant. Exit code 0 when everything is right, 3 when something is wrong, 4 when something couldn’t be checked.',
  name: 'Name of the connector, also shown on the consent page',
  home: 'Your own tenant: a domain or the tenant ID',
  certificateFile: 'Also write the certificate, without its key, to this file',
  which: 'Set-up: ID or name',
  kind: 'Tool that runs the script',
  begun:
    'Started the set-up of {{name}} ({{id}}). Register the connector with the script or the portal steps of this set-up, then finish it with the client ID.',
  row: '{{id}}  {{name}}  {{home}}  certificate {{thumbprint}}',
  none: 'No set-up is in progress.',
  finished:
    'Added the connector {{name}} ({{id}}). Grant it in your own tenant ({{tenantId}}), then check it: evergrant connector check {{id}}',
  givenUp: 'Discarded the set-up of {{name}} and deleted its private key.',
  checkRow: '{{verdict}}: {{kind}}. {{words}}',
  noScript:
    'There is no {{kind}} script for {{cloud}}. Use the portal steps instead: evergrant connector set-up clicks SET-UP',
  unknown: 'No set-up matches “{{query}}”.',
  ambiguous: '“{{query}}” matches several set-ups; give the ID: {{matches}}',
  unwritable: 'Evergrant couldn’t write the file {{file}}: {{reason}}.',
} as const;
