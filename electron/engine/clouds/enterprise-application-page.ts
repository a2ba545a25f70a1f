import type { Cloud } from './cloud.ts';

/**
 * The portal page on which an enterprise application is deleted; the list of them where its object id is
 * not known. Ids alone: names change under us. A custom cloud has its portal under `/portal`.
 *
 * Source: Microsoft documents the menu path; the address is seen in public tools (entra-graph §8), so the
 * path is always told beside it.
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
