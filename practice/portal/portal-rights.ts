import type { DirectoryRole } from '../world/types.ts';

/** What the portal allows a role. */
export interface PortalRights {
  /** Enterprise applications and app registrations. */
  readonly manageApplications: boolean;
  readonly manageDomains: boolean;
}

/** The rights of a role. Every member of the tenant may view. */
export function portalRights(role: DirectoryRole): PortalRights {
  return {
    manageApplications: [
      'cloudApplicationAdministrator',
      'applicationAdministrator',
      'globalAdministrator',
    ].includes(role),
    manageDomains: role === 'globalAdministrator',
  };
}
