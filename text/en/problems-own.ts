import { who } from './problem-text.ts';
import type { ProblemText } from './problem-text.ts';

/** Evergrant's own codes. */
export const ownProblems = {
  internal: {
    title: 'Something went wrong in Evergrant',
    cause: 'An error in the program.',
    cure: 'Try again. If it keeps happening, report it with the time it happened.',
    who: who.support,
  },
  cancelled: {
    title: 'Canceled',
    cause: 'You canceled it, or a window was closed.',
    cure: 'Start it again at any time.',
    who: who.you,
  },

  'network.offline': {
    title: '{{host}} can’t be reached',
    cause: 'This computer has no network connection, or no DNS server that knows the address.',
    cure: 'Check the network connection, then try again. In the meantime, you can still read synced data.',
    who: who.you,
  },
  'network.refused': {
    title: '{{host}} dropped or refused the connection',
    cause: 'The service isn’t running there, or a firewall is blocking it.',
    cure: 'Try again. If it keeps happening, have the address allowed in the firewall.',
    who: who.networkAdministrator,
  },
  'network.tls': {
    title: 'The certificate of {{host}} isn’t trusted',
    cause:
      'A proxy opens encrypted traffic with a certificate that this computer doesn’t trust, this computer’s clock is wrong, or the CA file of a custom cloud doesn’t match.',
    cure: 'Check the date and time. On a company network, have its root certificate installed on this computer.',
    who: who.networkAdministrator,
  },
  'network.timeout': {
    title: '{{host}} didn’t answer in time',
    cause: 'The network is slow or drops the traffic, or the service is overloaded.',
    cure: 'Try again in a minute.',
    who: who.you,
  },
  'network.proxy': {
    title: 'The proxy didn’t let the connection to {{host}} through',
    cause: 'The proxy can’t be reached, requires a sign-in, or doesn’t allow the address.',
    cure: 'Check this computer’s proxy settings, and have the address allowed.',
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
      'The proxy opens encrypted traffic with a certificate that this computer doesn’t trust, or this computer’s clock is wrong ({{reason}}).',
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
    title: '{{host}} redirected the request',
    cause:
      'The sign-in page of a hotel or guest network, or a proxy, is intercepting the connection.',
    cure: 'Open a browser, sign in to the network, then try again.',
    who: who.you,
  },
  'network.intercepted': {
    title: 'Something between this computer and Microsoft answered (HTTP {{status}})',
    cause:
      'A web filter, a proxy, security software or the sign-in page of a guest network answered instead of Microsoft. Evergrant draws no conclusion from it.',
    cure: 'Have Microsoft’s addresses allowed in the web filter or proxy, then try again. On a guest network, open a browser and sign in to the network first.',
    who: who.networkAdministrator,
  },
  'network.failed': {
    title: 'The request to {{host}} failed',
    cause: 'The network reported an unusual error.',
    cure: 'Try again. If it keeps happening, report it with the details.',
    who: who.you,
  },

  'cloud.fileMissing': {
    title: 'The cloud file doesn’t exist',
    cause: 'There is no file {{file}}.',
    cure: 'Check the path. For Practice, start the practice cloud first: it writes the file.',
    who: who.you,
  },
  'cloud.fileUnreadable': {
    title: 'The cloud file can’t be read',
    cause: 'This account isn’t allowed to open {{file}}, or it isn’t a file.',
    cure: 'Check the path and the file’s permissions.',
    who: who.you,
  },
  'cloud.fileInvalid': {
    title: 'The cloud file isn’t valid',
    cause: 'In {{file}}, this field is missing or wrong: {{field}}.',
    cure: 'It needs name, authorityBaseUrl, graphBaseUrl and portalBaseUrl. Addresses are https, without a path; only pages for people can be http on localhost.',
    who: who.you,
  },
  'cloud.caFileMissing': {
    title: 'The cloud’s CA file is missing',
    cause: 'The cloud file names {{file}}, which can’t be read.',
    cure: 'Put the CA certificate there, or correct caFile; Evergrant looks for it next to the cloud file.',
    who: who.you,
  },
  'cloud.caFileInvalid': {
    title: 'The cloud’s CA file isn’t a certificate',
    cause: '{{file}} doesn’t contain a certificate in PEM format.',
    cure: 'Save the CA certificate there as PEM (it begins with BEGIN CERTIFICATE).',
    who: who.you,
  },

  'graph.unreadable': {
    title: 'Evergrant can’t read Microsoft Graph’s answer',
    cause: 'It isn’t in the documented format; a proxy may have changed it.',
    cure: 'Try again. If it keeps happening, report it with the details.',
    who: who.support,
  },
  'graph.pagingLoop': {
    title: 'Microsoft Graph’s list never ends',
    cause: 'Its pages lead in a circle.',
    cure: 'Try again later. If it keeps happening, report it with the details.',
    who: who.support,
  },

  'guard.method': {
    title: 'Evergrant stopped a request that isn’t a read',
    cause:
      'Evergrant only reads, but something asked it to send {{method}}. Nothing left this computer.',
    cure: 'Report it with the details.',
    who: who.support,
  },
  'guard.address': {
    title: 'Evergrant stopped a request to an unexpected address',
    cause:
      'An answer pointed to {{host}}, which isn’t the Graph host of this cloud. Nothing was sent there.',
    cure: 'Report it with the details.',
    who: who.support,
  },
  'guard.header': {
    title: 'Evergrant stopped a request with an unexpected header',
    cause: 'A read doesn’t need the header {{header}}. Nothing left this computer.',
    cure: 'Report it with the details.',
    who: who.support,
  },
  'guard.batch': {
    title: 'Evergrant stopped a batch of requests',
    cause: 'Not every request in it is a plain read. Nothing left this computer.',
    cure: 'Report it with the details.',
    who: who.support,
  },
  'guard.redirect': {
    title: 'Microsoft Graph redirected the request',
    cause:
      'Evergrant never follows a redirect. A proxy or guest network may be intercepting the connection.',
    cure: 'Check the network, then try again.',
    who: who.networkAdministrator,
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
