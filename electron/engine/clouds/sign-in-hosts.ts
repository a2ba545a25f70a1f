import type { MicrosoftCloudName } from '../../contract/cloud.ts';

/**
 * The sign-in hosts of Microsoft's clouds, old names included: what a link that somebody else made
 * may point at. Both clouds of US Government sign in at one host.
 *
 * Source: the instance metadata that MSAL ships; learn.microsoft.com/entra/identity-platform/authentication-national-cloud.
 */
const signInHosts: ReadonlyMap<string, readonly MicrosoftCloudName[]> = new Map([
  ['login.microsoftonline.com', ['global']],
  ['login.windows.net', ['global']],
  ['login.microsoft.com', ['global']],
  ['sts.windows.net', ['global']],
  ['login.microsoftonline.us', ['usGovL4', 'usGovL5']],
  ['login.usgovcloudapi.net', ['usGovL4', 'usGovL5']],
  ['login.partner.microsoftonline.cn', ['china']],
  ['login.chinacloudapi.cn', ['china']],
]);

/** The clouds that sign in at a host, the likeliest first; none when it is not Microsoft's. */
export function cloudsOfSignInHost(host: string): readonly MicrosoftCloudName[] {
  return signInHosts.get(host.toLowerCase()) ?? [];
}
