/** Words for the status indicator, permissions and a sync. They are product terms, the same everywhere. */
export const status = {
  granted: 'Connected',
  stale: 'Last verified {{age}}',
  staleNoTime: 'Verified earlier',
  onRecord: 'Granted on record',
  consenting: 'Waiting for the administrator',
  propagating: 'Granted; Microsoft is applying it',
  partial: 'Incomplete',
  couldNotTell: 'Couldn’t verify',
  excessive: 'Too many permissions',
  excessiveBy: 'Too many permissions: {{permissions}} may write',
  broken: 'Connection broken',
  notGranted: 'Not granted',
  resetting: 'Reset in progress',
  resettingAt: {
    reset: 'Reset in progress: step {{step}} of {{of}}, since {{since}} ({{by}})',
    offBoard: 'Off-boarding in progress: step {{step}} of {{of}}, since {{since}} ({{by}})',
  },
  removed: 'Removed from Evergrant',
  unknown: 'Not tested yet',
  next: {
    granted: 'Nothing to do. The connector can read what it needs.',
    stale: 'The connector worked in the last test. Test again to be sure.',
    onRecord:
      'The tenant has the grant on record. Confirm on the vendor’s own page that the connector can read this tenant.',
    consenting:
      'Finish on Microsoft’s page in the browser. If Evergrant doesn’t continue after that, select Check now.',
    propagating:
      'Nothing to do. Evergrant keeps testing automatically until Microsoft has applied the grant.',
    partial: 'At least one permission is missing. Grant again to add it.',
    couldNotTell: 'The test neither passed nor failed. See the reason below, then test again.',
    excessive:
      'All required permissions are verified, but the connector also has a permission that may write. Ask the administrator to remove it.',
    broken:
      'The connector was granted, but Microsoft now refuses it. See the reason below. Granting again often fixes it.',
    resetting: 'Continue where it stopped. You can’t grant or disconnect until it ends.',
    notGranted: 'An administrator of this customer has to grant the connector.',
    removed: 'Evergrant has forgotten this connection. Grant again to use it.',
    unknown: 'Grant the connector, or test first if someone has already granted it.',
  },
  verdict: { proven: 'Verified', missing: 'Missing', couldNotTell: 'Couldn’t verify' },
  outcome: {
    proven: 'Verified',
    missing: 'Missing',
    couldNotTell: 'Couldn’t verify',
    notTried: 'Not tried',
  },
  /** A row of a vendor's registration. */
  onRecordRow: 'On record',
  /** A row of a connector without a credential. */
  worksFor: 'Works for {{account}}',
  attention: 'Connected, but needs attention',
} as const;
