import type { OwnRow } from './row.ts';

/** Our own codes about the network, the cloud and Microsoft’s services. */
export const ownServiceRows = {
  internal: {},
  cancelled: {},

  'network.offline': { meaning: 'outOfReach', params: ['host'] },
  'network.refused': { meaning: 'outOfReach', params: ['host'] },
  'network.tls': { meaning: 'outOfReach', params: ['host'] },
  'network.timeout': { meaning: 'outOfReach', params: ['host'] },
  'network.proxy': { meaning: 'outOfReach', params: ['host'] },
  'network.namedProxy': { meaning: 'outOfReach', params: ['proxy', 'host', 'reason'] },
  'network.proxyTls': { meaning: 'outOfReach', params: ['proxy', 'host', 'reason'] },
  'network.proxySignIn': { meaning: 'outOfReach', params: ['proxy', 'host'] },
  'network.redirected': { meaning: 'outOfReach', params: ['host'] },
  'network.intercepted': { meaning: 'intercepted', params: ['status'] },
  'network.failed': { meaning: 'outOfReach', params: ['host'] },

  'cloud.fileMissing': { params: ['file'] },
  'cloud.fileUnreadable': { params: ['file'] },
  'cloud.fileInvalid': { params: ['file', 'field'] },
  'cloud.caFileMissing': { params: ['file'] },
  'cloud.caFileInvalid': { params: ['file'] },

  'aadsts.unknown': { meaning: 'refused', params: ['number'] },
  'aadsts.unknownBusy': { meaning: 'busy', params: ['number'] },
  'aadsts.unknownConsent': { meaning: 'refused', params: ['number'] },
  'aadsts.unknownSignIn': { meaning: 'session', demand: 'signIn', params: ['number'] },
  'aadsts.unknownDenied': { meaning: 'refused', demand: 'administrator', params: ['number'] },
  'aadsts.unknownClient': { meaning: 'refused', params: ['number'] },
  'aadsts.unknownRequest': { meaning: 'refused', params: ['number'] },

  /** Numbers meant for people that Entra returned to the connector itself. */
  'aadsts.connectorRule': { meaning: 'signInRule', params: ['number'] },
  'aadsts.connectorRefused': { meaning: 'refused', params: ['number'] },

  'identity.serviceUnavailable': { meaning: 'busy' },
  'identity.refused': { meaning: 'refused', params: ['error'] },
  'identity.signInAgain': { meaning: 'session', demand: 'signIn' },
  'identity.authorityUnusable': { meaning: 'intercepted' },
  'identity.failed': { params: ['error'] },
  'identity.noCredential': { meaning: 'credential' },
  'identity.credentialUnusable': { meaning: 'credential' },
  'identity.unreadableToken': {},
  'identity.wrongTenant': { meaning: 'wrongTenant', params: ['found', 'expected'] },
  'identity.noLoopbackPort': {},
  'identity.browserNotOpened': {},

  'tenant.notFound': { meaning: 'unknownTenant', params: ['input'] },
  'tenant.unmanaged': { meaning: 'unmanaged' },
  'tenant.badDomain': { params: ['input'] },
  'tenant.otherCloud': { params: ['input', 'cloud', 'connectorCloud'] },
  'tenant.unreadableDiscovery': { params: ['input'] },
  'tenant.unknown': {},

  'graph.unknown': { meaning: 'refused', params: ['status', 'error'] },
  'graph.unknownDenied': { meaning: 'refused', params: ['status', 'error'] },
  'graph.unknownRequest': { params: ['status', 'error'] },
  'graph.unknownBusy': { meaning: 'busy', params: ['status', 'error'] },
  'graph.unreadable': {},
  'graph.pagingLoop': {},

  'guard.method': { params: ['method'] },
  'guard.address': { params: ['host'] },
  'guard.header': { params: ['header'] },
  'guard.batch': {},
  'guard.redirect': {},
} as const satisfies Readonly<Record<string, OwnRow>>;
