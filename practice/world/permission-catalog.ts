import rows from './permission-catalog.json' with { type: 'json' };

/** Microsoft Graph's application id, the same in every tenant and cloud. */
export const graphAppId = '00000003-0000-0000-c000-000000000000';

/** One permission that Microsoft Graph offers (entra-graph §2.1). */
export interface GraphPermission {
  /** What stands in `roles` and `scp`, such as `Directory.Read.All`. */
  readonly value: string;
  readonly type: 'delegated' | 'application';
  readonly id: string;
  readonly adminConsentRequired: boolean;
  readonly adminDisplayName: string;
  readonly userDisplayName: string | null;
}

/**
 * The permissions of Microsoft Graph that the practice cloud knows: all that read the directory,
 * and a few that write, so that a registration can ask for them.
 */
export const graphPermissions: readonly GraphPermission[] = rows.map((row) => ({
  ...row,
  type: row.type === 'delegated' ? 'delegated' : 'application',
}));

/** The permission with this id and type; an id says nothing without its type. */
export function permissionById(
  id: string,
  type: GraphPermission['type'],
): GraphPermission | undefined {
  return graphPermissions.find((row) => row.id === id && row.type === type);
}
