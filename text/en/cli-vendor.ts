/** What the command says about a vendor's registrations. */
export const cliVendor = {
  flag: 'The app registration belongs to a vendor: no credential, consent without a redirect',
  consentLink:
    'With --vendor: the vendor’s consent link. Used only if --client-id names the connector in the link; without --client-id, prints what the link says, with exit code 2',
  reader:
    'With --vendor: your own connector that checks the vendor’s in each tenant (ID, client ID or name)',
  page: 'With --vendor: the page where the vendor shows which customers it reads',
  flagMissing:
    '--consent-link, --reader and --vendor-page are for a vendor’s registration: add --vendor.',
  confirm:
    'The link is for client ID {{clientId}}, signs in at {{cloud}}, and then leads to: {{target}}.\nIf that matches what the vendor gave you, run the command again with --client-id {{clientId}}',
  setReader: 'Set the reader of a vendor’s connector: your own connector that checks it.',
  which: 'The vendor’s connector: ID, client ID or name',
  readerOrNone: 'Your own connector: ID, client ID or name; or none',
  row: 'vendor’s registration, reader {{reader}}',
  rowNobody: 'vendor’s registration, no reader',
  grantReader: 'Grant the reader of a vendor’s connector, not the connector itself',
  onRecord: 'Granted on record. Only the vendor can show whether it works.',
  readerGranted: 'The reader is granted and can check the vendor’s connector.',
} as const;
