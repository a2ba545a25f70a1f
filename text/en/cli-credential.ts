/** What the evergrant command says about a connector’s credential and about connectors as files. */
export const cliCredential = {
  profileFiles: {
    edit: 'Change the name of a connector, or the pages that its links lead to.',
    export: 'Write a connector to a file for a colleague, without its credential.',
    import:
      'Add a connector from a colleague’s file. It has no credential yet: add one with evergrant credential begin.',
    passphraseFile: 'File with the passphrase of the PFX or of the private key',
    landingPage:
      'Page where administrators land after they consent (https); an empty text removes it',
    backendName: 'Name of the vendor’s backend; an empty text removes the backend',
    backendAddress: 'Address of the vendor’s backend (https)',
    backendWords: 'Where to find the right page there, in the vendor’s words',
    addressWrong: 'An address begins with https://: {{address}}',
    out: 'Output file, or - for standard output (default: a name with the connector, in the current folder)',
    file: 'File that a colleague exported',
    edited: 'Changed the connector {{name}}.',
    exported: 'Exported {{name}} to {{file}}',
    imported:
      'Imported the connector {{name}} ({{id}}). It has no credential on this computer yet.',
    notWritten: 'Evergrant couldn’t write the file {{file}}: {{reason}}.',
  },
  credential: {
    about: 'Replace the credential of a connector while its connections stay green.',
    begin:
      'Make a new certificate on this computer, or read one from files, and print what to add to the app registration. The certificate is pending until you swap it in; a secret is tested and swapped in right away.',
    swap: 'Check that Microsoft accepts the pending credential, then swap it in. If Microsoft refuses it, the old one stays in use.',
    giveUp: 'Discard the pending credential.',
    list: 'List the certificates and secrets of the app registration, and which one this computer uses.',
    waits:
      'This certificate is pending for {{name}}. Add it to the app registration under Certificates & secrets, beside the old one, then run: evergrant credential swap\n{{certificate}}  {{thumbprint}}  until {{until}}\n{{- pem}}',
    swapped: 'The new credential of {{name}} is in use.',
    givenUp: 'Discarded the pending credential of {{name}}.',
    nothing: '{{name}} has no pending credential.',
    row: '{{kind}}  {{name}}  {{thumbprint}}  until {{until}}  {{where}}',
    where: { here: 'this computer', waits: 'pending on this computer', elsewhere: '' },
  },
} as const;
