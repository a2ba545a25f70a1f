import type { DirectoryRole } from '../world/types.ts';

/** What the portal lets a role do (entra-graph §9.2). */
export interface PortalRights {
  /** Enterprise applications and app registrations. */
  readonly manageApplications: boolean;
  readonly manageDomains: boolean;
}

/** The rights of a role. Everybody of the tenant may look. */
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
