/** `evergrant connector`. */
export const cliConnector = {
  about: 'set up a connector of your own, and check its registration',
  setUp: 'from a key pair made here to a registration that was checked',
  begin: 'make a key pair and begin a set-up',
  list: 'list the set-ups under way',
  script: 'print a script that makes the registration; Evergrant runs nothing itself',
  clicks: 'print the clicks in the portal, and the certificate to upload',
  finish: 'tell the client id: the set-up becomes a connector',
  giveUp: 'delete a set-up and its private key',
  check: 'look at the registration in your own tenant',
  name: 'what the connector is called, also on the consent page',
  home: 'a domain or the id of your own tenant',
  certificateFile: 'also write the certificate (no key) into this file',
  which: 'id or name of the set-up',
  kind: 'for which tool',
  begun:
    'Begun: {{name}} ({{id}}). Register it with the script or the clicks of this set-up, then finish it with the client id.',
  row: '{{id}}  {{name}}  {{home}}  certificate {{thumbprint}}',
  none: 'No set-up is under way.',
  finished:
    'The connector {{name}} is here ({{id}}). Grant it in your own tenant ({{tenantId}}), then check it: evergrant connector check {{id}}',
  givenUp: 'Gave up {{name}}; its private key is deleted.',
  checkRow: '{{verdict}}: {{kind}}. {{words}}',
  noScript: 'There is no script of the kind {{kind}} for {{cloud}}. Print the clicks instead.',
  unknown: 'No set-up is called “{{query}}”.',
  ambiguous: '“{{query}}” is the name of several set-ups; give the id: {{matches}}',
  unwritable: 'The file {{file}} cannot be written: {{reason}}.',
} as const;
