import type { DirectoryRole } from '../world/types.ts';
import type { HeldRole } from './directory-types.ts';

const role = (displayName: string, roleTemplateId: string): HeldRole => ({
  id: roleTemplateId.replace(/^......../, 'd1ec7041'),
  displayName,
  description: `${displayName} of this organisation.`,
  roleTemplateId,
});

/**
 * The directory roles of the practice cloud with their template IDs
 * (https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference).
 */
export const directoryRoles: Readonly<Record<Exclude<DirectoryRole, 'none'>, HeldRole>> = {
  globalAdministrator: role('Global Administrator', '62e90394-69f5-4237-9190-012177145e10'),
  privilegedRoleAdministrator: role(
    'Privileged Role Administrator',
    'e8611ab8-c189-46e8-94e1-60213ab1f814',
  ),
  cloudApplicationAdministrator: role(
    'Cloud Application Administrator',
    '158c047a-c907-4556-b7ef-446551a6b5f7',
  ),
  applicationAdministrator: role(
    'Application Administrator',
    '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  ),
  directoryReaders: role('Directory Readers', '88d8e3e3-8f55-4a1e-953a-9b9898b8876b'),
};
