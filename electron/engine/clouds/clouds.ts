import type { MicrosoftCloudName } from '../../contract/cloud.ts';
import type { Cloud, CloudChoice } from './cloud.ts';
import { readCustomCloud } from './custom-cloud.ts';

/** Looks up the cloud of a profile. */
export interface Clouds {
  /** Errors: `cloud.fileMissing`, `cloud.fileUnreadable`, `cloud.fileInvalid`, `cloud.caFileMissing`, `cloud.caFileInvalid`. */
  resolve(choice: CloudChoice): Promise<Cloud>;
}

/**
 * Microsoft's clouds. GCC tenants use the worldwide hosts.
 *
 * Source: learn.microsoft.com/graph/deployments and
 * /entra/identity-platform/authentication-national-cloud; portal hosts of US Government and China as
 * seen in public tools.
 */
const microsoftClouds: Readonly<Record<MicrosoftCloudName, Cloud>> = {
  global: cloud('global', 'Microsoft 365 (worldwide)', {
    authority: 'login.microsoftonline.com',
    graph: 'graph.microsoft.com',
    portal: 'entra.microsoft.com',
  }),
  usGovL4: cloud('usGovL4', 'US Government (GCC High)', {
    authority: 'login.microsoftonline.us',
    graph: 'graph.microsoft.us',
    portal: 'entra.microsoft.us',
  }),
  usGovL5: cloud('usGovL5', 'US Government (DoD)', {
    authority: 'login.microsoftonline.us',
    graph: 'dod-graph.microsoft.us',
    portal: 'entra.microsoft.us',
  }),
  china: cloud('china', 'China (21Vianet)', {
    authority: 'login.partner.microsoftonline.cn',
    graph: 'microsoftgraph.chinacloudapi.cn',
    portal: 'entra.microsoftonline.cn',
  }),
};

function cloud(
  name: MicrosoftCloudName,
  label: string,
  host: { readonly authority: string; readonly graph: string; readonly portal: string },
): Cloud {
  return {
    name,
    label,
    authorityBaseUrl: `https://${host.authority}`,
    graphBaseUrl: `https://${host.graph}`,
    portalBaseUrl: `https://${host.portal}`,
    browserBaseUrl: `https://${host.authority}`,
  };
}

/** Makes the look-up. A custom cloud's file is read again each time: its addresses are never stored. */
export function createClouds(ports: {
  readonly readFile: (path: string) => Promise<string>;
}): Clouds {
  return {
    resolve: async (choice) =>
      choice.kind === 'custom'
        ? await readCustomCloud(choice.file, ports.readFile)
        : microsoftClouds[choice.kind],
  };
}

/** The scope that requests everything the registration lists; its host is the cloud's own Graph. */
export function graphScope(cloud: Cloud): string {
  return `${cloud.graphBaseUrl}/.default`;
}

/**
 * The Microsoft cloud of a tenant, according to OpenID discovery; null when discovery does not say.
 * Discovery in one cloud also answers for tenants of others.
 *
 * Source: `msgraph_host`, `cloud_instance_name` and `tenant_region_sub_scope` (DODCON is GCC High,
 * DOD is DoD) as seen in public tools.
 */
export function cloudOfTenant(told: {
  readonly graphHost: string | null;
  readonly instance: string | null;
  readonly subScope: string | null;
}): Cloud | null {
  const { usGovL4, usGovL5, china, global } = microsoftClouds;
  const host = told.graphHost?.toLowerCase();
  const instance = told.instance?.toLowerCase();
  if (told.subScope === 'DOD' || host === hostOf(usGovL5)) return usGovL5;
  if (told.subScope === 'DODCON' || host === hostOf(usGovL4)) return usGovL4;
  if (host === hostOf(china) || instance === 'partner.microsoftonline.cn') return china;
  if (instance === 'microsoftonline.us') return usGovL4;
  return host === hostOf(global) || instance === 'microsoftonline.com' ? global : null;
}

function hostOf({ graphBaseUrl }: Cloud): string {
  return new URL(graphBaseUrl).host;
}
