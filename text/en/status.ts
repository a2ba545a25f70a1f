/** The words of the indicator, of permissions and of a sync. They are product words: change them there first. */
export const status = {
  granted: 'Connected',
  stale: 'Was green, {{age}}',
  staleNoTime: 'Was green',
  onRecord: 'Granted on record',
  consenting: 'Waiting for the administrator',
  propagating: 'Granted; Microsoft is applying it',
  partial: 'Incomplete',
  couldNotTell: 'Could not check',
  excessive: 'More than it needs',
  excessiveBy: 'More than it needs: {{permissions}} may write',
  broken: 'Connection broken',
  notGranted: 'Not granted',
  resetting: 'Reset in progress',
  resettingAt: {
    reset: 'Reset in progress: step {{step}} of {{of}}, since {{since}} ({{by}})',
    offBoard: 'Off-boarding in progress: step {{step}} of {{of}}, since {{since}} ({{by}})',
  },
  removed: 'Removed here',
  unknown: 'Not tested yet',
  next: {
    granted: 'Nothing to do. The connector can read what it needs.',
    stale: 'It worked when it was last tested. Test again to be sure.',
    onRecord:
      'The grant is recorded in the tenant. Confirm in the vendor’s own page that it reads.',
    consenting:
      'Finish on Microsoft’s page in the browser. If it does not come back, press Check now.',
    propagating: 'Nothing to do. Evergrant tests by itself until Microsoft has applied the grant.',
    partial: 'At least one permission is missing. Grant again to add it.',
    couldNotTell: 'This is not a pass and not a failure. The reason is below; then test again.',
    excessive:
      'Everything that is needed is proven, and something is granted that may write. Ask the administrator to remove it.',
    broken:
      'The connector was granted and is now refused. The reason is below; often granting again repairs it.',
    resetting: 'Continue where it stopped. Granting and removing are blocked until it ends.',
    notGranted: 'An administrator of this customer must grant the connector.',
    removed: 'Evergrant has forgotten this connection. Grant again to use it.',
    unknown: 'Grant the connector, or test first if somebody granted it already.',
  },
  verdict: { proven: 'Proven', missing: 'Missing', couldNotTell: 'Could not check' },
  outcome: {
    proven: 'Proven',
    missing: 'Missing',
    couldNotTell: 'Could not check',
    notTried: 'Not tried',
  },
  /** A row of a vendor's registration. */
  onRecordRow: 'On record',
  /** A row of a connector without a credential. */
  worksFor: 'Works for {{account}}',
  attention: 'Connected, and needs attention',
} as const;
