import { enterpriseApplicationPage } from '../clouds/enterprise-application-page.ts';
import { EvergrantError } from '../errors/evergrant-error.ts';
import type { Connector } from '../identity/identity.ts';

/** The portal's page of the enterprise application in this tenant; null when the cloud is unknown. */
export type PortalPage = (
  profileId: string,
  tenantId: string,
  servicePrincipalId: string | null,
) => Promise<string | null>;

/** Makes the look-up of the page from the connectors. */
export function createPortalPage(connector: (profileId: string) => Promise<Connector>): PortalPage {
  return async (profileId, tenantId, servicePrincipalId) => {
    try {
      const { profile, cloud } = await connector(profileId);
      const { clientId } = profile;
      return enterpriseApplicationPage(cloud, { tenantId, clientId, servicePrincipalId });
    } catch (error) {
      if (error instanceof EvergrantError) return null;
      throw error;
    }
  };
}
