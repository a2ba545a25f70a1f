/**
 * The codes that are ours, by room. AADSTS and Graph codes stand in their own catalogues.
 *
 * Whoever throws a new code adds it here and writes its sentences in renderer/text/en/.
 */
export const ownCodes = [
  'internal',
  'cancelled',

  'network.offline',
  'network.refused',
  'network.tls',
  'network.timeout',
  'network.proxy',
  'network.redirected',
  'network.failed',

  'cloud.fileMissing',
  'cloud.fileUnreadable',
  'cloud.fileInvalid',
  'cloud.caFileMissing',
  'cloud.caFileInvalid',

  'aadsts.unknown',
  'identity.serviceUnavailable',
  'identity.refused',
  'identity.signInAgain',
  'identity.authorityUnusable',
  'identity.failed',
  'identity.noCredential',
  'identity.credentialUnusable',
  'identity.unreadableToken',
  'identity.wrongTenant',
  'identity.noLoopbackPort',
  'identity.browserNotOpened',

  'tenant.notFound',
  'tenant.badDomain',
  'tenant.unreadableDiscovery',

  'credential.noCertificate',
  'credential.mismatch',
  'credential.noPrivateKey',
  'credential.keyEncrypted',
  'credential.keyNotRsa',
  'credential.expired',
  'credential.notYetValid',
  'credential.secretEmpty',
  'credential.keyUnreadable',
  'credential.certificateUnreadable',

  'keyPair.unknown',

  'profile.unknown',
  'profile.already',
  'profile.inUse',
  'profile.none',
  'profile.choose',
  'profile.permissionMayWrite',
  'profile.nothingRequired',

  'tenant.unknown',

  'lease.held',

  'grant.neverTested',
  'grant.notInstalled',
  'grant.removedHere',
  'grant.stale',
  'grant.offline',
  'grant.permissionMissing',
  'grant.recordedButAbsent',
  'grant.couldNotTell',
  'grant.mayWrite',
  'grant.disabled',
  'grant.organizationUnread',
  'grant.nobodySignedIn',
  'grant.signInRuns',
  'grant.wrongTenant',
  'grant.testTooSlow',
  'grant.noReadKnown',
  'grant.principalUnread',

  'consent.declined',
  'consent.failed',
  'consent.unreadable',
  'consent.noLoopbackPort',
  'consent.wrongTenant',
  'consent.running',
  'consent.none',
  'consent.noAnswer',
  'consent.stillMissing',
  'consent.interrupted',

  'graph.unknown',
  'graph.unreadable',
  'graph.pagingLoop',

  'store.newerSchema',
  'store.wrongKey',
  'store.notOpened',

  'sync.unreadablePage',
  'sync.deltaImpossible',
  'comparison.syncGone',

  'group.unknown',
  'person.unknown',

  'export.unknown',
  'export.neverSynced',
  'export.formatImpossible',
  'export.changedMeanwhile',
  'export.notWritten',
  'export.brokenOff',

  'policy.notSynced',
  'policy.nothingMarked',
  'policy.syncGone',

  'keys.noKeeper',
  'keys.lost',
  'keys.keyringUnavailable',
  'keys.keyFileMissing',
  'keys.keyFileInvalid',
  'keys.wrongPassphrase',
  'keys.wrappedKeyInvalid',
  'keys.noPassphraseSet',
  'keys.alreadyKept',
  'keys.passphraseFileMissing',
  'keys.passphraseTooShort',

  'workspace.locked',
  'workspace.refused',
  'workspace.closed',

  'practice.notStarted',

  'web.portTaken',
  'web.portRefused',

  'guard.method',
  'guard.address',
  'guard.header',
  'guard.batch',
  'guard.redirect',
] as const;

/** One of our own codes. */
export type OwnCode = (typeof ownCodes)[number];
