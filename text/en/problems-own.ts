import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

/** Evergrant's own codes. */
export const ownProblems = {
  internal: {
    title: 'Something went wrong inside Evergrant',
    cause: 'A fault in the program.',
    cure: 'Try again. If it stays, report it with the time at which it happened.',
    who: who.support,
  },
  cancelled: {
    title: 'Cancelled',
    cause: 'You, or a window that was closed, ended it.',
    cure: 'Start it again when you like.',
    who: who.you,
  },

  'network.offline': {
    title: '{{host}} cannot be reached',
    cause: 'This computer has no network, or no name service that knows the address.',
    cure: 'Check the network connection, then try again. Synced data can be read meanwhile.',
    who: who.you,
  },
  'network.refused': {
    title: '{{host}} broke off or refused the connection',
    cause: 'The service is not running there, or a firewall stands between.',
    cure: 'Try again. If it stays, have the address allowed in the firewall.',
    who: who.networkAdministrator,
  },
  'network.tls': {
    title: 'The certificate of {{host}} is not trusted',
    cause:
      'A proxy opens encrypted traffic with a certificate that this computer does not trust, the clock of this computer is wrong, or the CA file of a custom cloud does not fit.',
    cure: 'Check date and time. In a company network, have its root certificate installed on this computer.',
    who: who.networkAdministrator,
  },
  'network.timeout': {
    title: '{{host}} did not answer in time',
    cause: 'The network is slow or drops the traffic, or the service is overloaded.',
    cure: 'Try again in a minute.',
    who: who.you,
  },
  'network.proxy': {
    title: 'The proxy did not let the connection to {{host}} through',
    cause: 'The proxy is not reachable, asks for a sign-in, or does not allow the address.',
    cure: 'Check the proxy settings of this computer and have the address allowed.',
    who: who.networkAdministrator,
  },
  'network.namedProxy': {
    title: 'The proxy {{proxy}} didn’t let the connection to {{host}} through',
    cause:
      'It can’t be reached, closes the connection, doesn’t answer as a proxy, refuses this address, or its own address in HTTPS_PROXY is wrong ({{reason}}).',
    cure: 'Check HTTPS_PROXY and NO_PROXY on this computer, and have {{host}} allowed on the proxy.',
    who: who.networkAdministrator,
  },
  'network.proxyTls': {
    title: 'The certificate that came for {{host}} through the proxy {{proxy}} isn’t trusted',
    cause:
      'The proxy opens encrypted traffic with a certificate that this computer doesn’t trust, or the clock of this computer is wrong ({{reason}}).',
    cure: 'Check the date and time. Then have the root certificate of the proxy installed on this computer, or have {{host}} excluded from inspection on the proxy.',
    who: who.networkAdministrator,
  },
  'network.proxySignIn': {
    title: 'The proxy {{proxy}} requires a sign-in',
    cause: 'It answered the connection to {{host}} with HTTP 407 (Proxy Authentication Required).',
    cure: 'Put the name and password into HTTPS_PROXY (http://NAME:PASSWORD@PROXY:PORT), or have {{host}} allowed on the proxy without a sign-in.',
    who: who.networkAdministrator,
  },
  'network.redirected': {
    title: '{{host}} sent the request elsewhere',
    cause: 'A sign-in page of a hotel or guest network, or a proxy, stands between.',
    cure: 'Open a browser, complete the sign-in of the network, then try again.',
    who: who.you,
  },
  'network.intercepted': {
    title: 'Something between this computer and Microsoft answered (HTTP {{status}})',
    cause:
      'A web filter, a proxy, a security program or the sign-in page of a guest network answered in place of Microsoft. Evergrant concludes nothing from it.',
    cure: 'Have the addresses of Microsoft allowed in the web filter or proxy, then try again. In a guest network, open a browser and sign in to the network first.',
    who: who.networkAdministrator,
  },
  'network.failed': {
    title: 'The request to {{host}} failed',
    cause: 'The network reported an unusual error.',
    cure: 'Try again. If it stays, report it with the details.',
    who: who.you,
  },

  'cloud.fileMissing': {
    title: 'The cloud file is not there',
    cause: 'There is no file {{file}}.',
    cure: 'Check the path. For practice, start the practice cloud first: it writes the file.',
    who: who.you,
  },
  'cloud.fileUnreadable': {
    title: 'The cloud file cannot be read',
    cause: 'This account may not open {{file}}, or it is no file.',
    cure: 'Check the path and the rights of the file.',
    who: who.you,
  },
  'cloud.fileInvalid': {
    title: 'The cloud file is not valid',
    cause: 'In {{file}}, this field is missing or wrong: {{field}}.',
    cure: 'It needs name, authorityBaseUrl, graphBaseUrl and portalBaseUrl; addresses are https without a path, and only pages for people may be http on localhost.',
    who: who.you,
  },
  'cloud.caFileMissing': {
    title: 'The CA file of the cloud is not there',
    cause: 'The cloud file names {{file}}, which cannot be read.',
    cure: 'Put the CA certificate there, or correct caFile; it is looked for beside the cloud file.',
    who: who.you,
  },
  'cloud.caFileInvalid': {
    title: 'The CA file of the cloud is no certificate',
    cause: '{{file}} does not hold a certificate in PEM form.',
    cure: 'Save the CA certificate there as PEM (it begins with BEGIN CERTIFICATE).',
    who: who.you,
  },

  'graph.unreadable': {
    title: 'The answer of Microsoft Graph cannot be read',
    cause: 'It is not of the documented form; a proxy may have changed it.',
    cure: 'Try again. If it stays, report it with the details.',
    who: who.support,
  },
  'graph.pagingLoop': {
    title: 'The list of Microsoft Graph has no end',
    cause: 'Its pages lead in a circle.',
    cure: 'Try again later. If it stays, report it with the details.',
    who: who.support,
  },

  'guard.method': {
    title: 'A request that is no read was stopped',
    cause:
      'Evergrant only reads; something asked it to send {{method}}. Nothing left this computer.',
    cure: 'Report it with the details.',
    who: who.support,
  },
  'guard.address': {
    title: 'A request to a foreign address was stopped',
    cause:
      'An answer pointed to {{host}}, which is not the Graph host of this cloud. Nothing was sent there.',
    cure: 'Report it with the details.',
    who: who.support,
  },
  'guard.header': {
    title: 'A request with an unexpected header was stopped',
    cause: 'The header {{header}} is not one that a read needs. Nothing left this computer.',
    cure: 'Report it with the details.',
    who: who.support,
  },
  'guard.batch': {
    title: 'A bundle of requests was stopped',
    cause: 'Not every part of it is a plain read. Nothing left this computer.',
    cure: 'Report it with the details.',
    who: who.support,
  },
  'guard.redirect': {
    title: 'Microsoft Graph sent the request elsewhere',
    cause: 'A redirect is never followed; a proxy or guest network may stand between.',
    cure: 'Check the network, then try again.',
    who: who.networkAdministrator,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
