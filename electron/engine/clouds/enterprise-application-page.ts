import type { Cloud } from './cloud.ts';

/**
 * The portal page on which an enterprise application is deleted; the list of them when its object ID
 * is not known. The address contains only IDs, because names can change. A custom cloud has its
 * portal under `/portal`.
 *
 * Source: Microsoft documents the menu path, and the address is seen in public tools, so the menu
 * path is always shown with it.
 */
export function enterpriseApplicationPage(
  cloud: Pick<Cloud, 'name' | 'portalBaseUrl'>,
  ids: {
    readonly tenantId: string;
    readonly clientId: string;
    readonly servicePrincipalId: string | null;
  },
): string {
  const { tenantId, clientId, servicePrincipalId } = ids;
  if (cloud.name === 'custom') {
    const list = `${cloud.portalBaseUrl}/portal/${tenantId}/applications`;
    return servicePrincipalId === null ? list : `${list}/${servicePrincipalId}`;
  }
  const view = `${cloud.portalBaseUrl}/${tenantId}/#view/Microsoft_AAD_IAM`;
  return servicePrincipalId === null
    ? `${view}/StartboardApplicationsMenuBlade/~/AppAppsPreview`
    : `${view}/ManagedAppMenuBlade/~/Properties/objectId/${servicePrincipalId}/appId/${clientId}`;
}
