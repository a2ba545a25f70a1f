import { X509Certificate } from 'node:crypto';
import type { Permission } from '../../../../contract/grant.ts';
import type { MicrosoftCloudName } from '../../../../contract/cloud.ts';
import { graphAppId } from '../../../connectors/reading-permissions.ts';

/**
 * Without path and port: Entra ignores only the port of a loopback address (RFC 8252 §7.3).
 *
 * Source: learn.microsoft.com/entra/identity-platform/reply-url.
 */
export const redirectUri = 'http://localhost';

/** The registration that a script makes. */
export interface RegistrationWish {
  readonly name: string;
  readonly cloud: MicrosoftCloudName;
  readonly tenantId: string;
  readonly certificatePem: string;
  readonly certificateName: string;
  readonly permissions: readonly Permission[];
}

/** `requiredResourceAccess` as Graph accepts it: a scope is delegated, a role is for the application. */
export function resourceAccess(permissions: readonly Permission[]): readonly {
  readonly resourceAppId: string;
  readonly resourceAccess: readonly { readonly id: string; readonly type: 'Scope' | 'Role' }[];
}[] {
  return [
    {
      resourceAppId: graphAppId,
      resourceAccess: permissions.map(({ id, type }) => ({
        id,
        type: type === 'delegated' ? 'Scope' : 'Role',
      })),
    },
  ];
}

/** The certificate without its PEM header and footer, in one line. */
export function certificateBase64(pem: string): string {
  return new X509Certificate(pem).raw.toString('base64');
}
