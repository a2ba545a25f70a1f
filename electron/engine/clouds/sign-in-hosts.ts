import type { MicrosoftCloudName } from '../../contract/cloud.ts';

/**
 * The sign-in hosts of Microsoft's clouds, including former names: the accepted hosts of links from
 * elsewhere. Both US Government clouds use one sign-in host.
 *
 * Source: the instance metadata that MSAL ships;
 * learn.microsoft.com/entra/identity-platform/authentication-national-cloud.
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

/** The clouds with this sign-in host, likeliest first; none when it is not Microsoft's. */
export function cloudsOfSignInHost(host: string): readonly MicrosoftCloudName[] {
  return signInHosts.get(host.toLowerCase()) ?? [];
}
