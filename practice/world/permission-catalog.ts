import rows from './permission-catalog.json' with { type: 'json' };

/** Microsoft Graph's application ID, the same in every tenant and cloud. */
export const graphAppId = '00000003-0000-0000-c000-000000000000';

/** One permission that Microsoft Graph offers. */
export interface GraphPermission {
  /** The value in `roles` and `scp`, such as `Directory.Read.All`. */
  readonly value: string;
  readonly type: 'delegated' | 'application';
  readonly id: string;
  readonly adminConsentRequired: boolean;
  readonly adminDisplayName: string;
  readonly userDisplayName: string | null;
}

/**
 * The Microsoft Graph permissions that the practice cloud knows: all that read the directory, and a few that
 * write, so that a registration can ask for them.
 */
export const graphPermissions: readonly GraphPermission[] = rows.map((row) => ({
  ...row,
  type: row.type === 'delegated' ? 'delegated' : 'application',
}));

/** The permission with this ID and type; an ID identifies a permission only together with its type. */
export function permissionById(
  id: string,
  type: GraphPermission['type'],
): GraphPermission | undefined {
  return graphPermissions.find((row) => row.id === id && row.type === type);
}
