/** What the command says of a vendor's registrations. */
export const cliVendor = {
  flag: 'the registration belongs to a vendor: no credential, consent without a redirect',
  consentLink:
    'the vendor’s consent link; used when --client-id names the connector that stands in it',
  reader: 'with --vendor: the connector of your own that looks on (id or name)',
  page: 'with --vendor: the page in which the vendor shows whom it reads',
  flagMissing:
    '--consent-link, --reader and --vendor-page are for registrations of a vendor: add --vendor.',
  confirm:
    'The link is for client id {{clientId}}, signs in at {{cloud}}, and leads afterwards to: {{afterwards}}.\nIf that is what the vendor told you, run the command again with --client-id {{clientId}}',
  setReader: 'say which connector of your own looks on for a vendor’s',
  which: 'id or name of the vendor’s connector',
  readerOrNone: 'id or name of your own connector, or none',
  row: 'vendor’s registration, reader {{reader}}',
  rowNobody: 'vendor’s registration, nobody looks on',
  grantReader: 'grant the reader that looks on for a vendor’s connector, not the connector itself',
  onRecord: 'Granted on record. Whether it works, only the vendor can show.',
  readerGranted: 'The reader is granted and can look on.',
} as const;
