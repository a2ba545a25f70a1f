import type { RegistrationPages } from '../../contract/set-up.ts';
import type { Cloud } from '../clouds/cloud.ts';

/** Microsoft's names for the pages of an app registration. */
const blades = {
  overview: 'Overview',
  branding: 'Branding',
  authentication: 'Authentication',
  certificates: 'Credentials',
  permissions: 'CallAnAPI',
} as const;

/**
 * The addresses of a registration's portal pages, pinned to the tenant, so that no one registers in a
 * customer's tenant by mistake. Addresses contain only IDs, never names. Microsoft documents menu
 * paths, not these addresses, so wherever one is shown, the menu path is shown too.
 *
 * A custom cloud's portal has them where the practice cloud has:
 * `/portal/TENANT/registrations/CLIENT/PAGE`.
 *
 * Source: the blades as public tools link them.
 */
export function registrationPages(
  cloud: Pick<Cloud, 'name' | 'portalBaseUrl'>,
  tenantId: string,
  clientId: string | null,
): RegistrationPages {
  if (cloud.name === 'custom') {
    const list = `${cloud.portalBaseUrl}/portal/${tenantId}/registrations`;
    const page = (name: string): string | null => clientId && `${list}/${clientId}${name}`;
    return {
      list,
      create: `${list}/new`,
      overview: page(''),
      branding: page(''),
      authentication: page('/authentication'),
      certificates: page('/credentials'),
      permissions: page('/permissions'),
    };
  }
  const view = `${cloud.portalBaseUrl}/${tenantId}/#view/Microsoft_AAD_RegisteredApps`;
  const page = (name: keyof typeof blades): string | null =>
    clientId && `${view}/ApplicationMenuBlade/~/${blades[name]}/appId/${clientId}`;
  return {
    list: `${view}/ApplicationsListBlade`,
    create: `${view}/CreateApplicationBlade/quickStartType~/null/isMSAApp~/false`,
    overview: page('overview'),
    branding: page('branding'),
    authentication: page('authentication'),
    certificates: page('certificates'),
    permissions: page('permissions'),
  };
}
