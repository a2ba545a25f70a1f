/** What the evergrant command says of a connector’s credential and of connectors as files. */
export const cliCredential = {
  profileFiles: {
    edit: 'change the name of a connector, or the pages that its people are sent to',
    export: 'write a connector into a file for a colleague, without its credential',
    import: 'add a connector from a colleague’s file; its credential comes with: credential begin',
    passphraseFile: 'file with the passphrase of the PFX or of the private key',
    landingPage: 'where administrators end after a consent, https; an empty text takes it back',
    backendName: 'name of the vendor’s backend; an empty text takes the backend back',
    backendAddress: 'its address, https',
    backendWords: 'the way to its page, in the vendor’s words',
    addressWrong: 'An address begins with https://: {{address}}',
    out: 'the file, or - for standard output (default: a name that tells the connector, here)',
    file: 'the file that a colleague exported',
    edited: 'Changed the connector {{name}}.',
    exported: 'Exported {{name}} into {{file}}',
    imported:
      'Imported the connector {{name}} ({{id}}). It has no credential on this computer yet.',
    notWritten: 'The file {{file}} cannot be written: {{reason}}.',
  },
  credential: {
    about: 'replace the credential of a connector without losing green',
    begin:
      'make a new certificate on this computer, or take one from files; it waits until it is swapped in. A secret is tested and swapped at once',
    swap: 'have Microsoft accept what waits, then swap it in; the old one stays in use when it is refused',
    giveUp: 'forget what waits',
    list: 'the certificates and secrets that the registration knows, one for each computer',
    waits:
      'This certificate waits for {{name}}. Add it to the registration under Certificates & secrets, beside the old one, then run: evergrant credential swap\n{{certificate}}  {{thumbprint}}  until {{until}}\n{{- pem}}',
    swapped: 'The new credential of {{name}} is in use.',
    givenUp: 'What waited for {{name}} is forgotten.',
    nothing: 'Nothing waited for {{name}}.',
    row: '{{kind}}  {{name}}  {{thumbprint}}  until {{until}}  {{where}}',
    where: { here: 'this computer', waits: 'waits on this computer', elsewhere: '' },
  },
} as const;
