import { X509Certificate } from 'node:crypto';
import type { Permission } from '../../../../contract/grant.ts';
import type { MicrosoftCloudName } from '../../../../contract/cloud.ts';
import { graphAppId } from '../../../connectors/reading-permissions.ts';

/**
 * No path and no port: Entra ignores the port of a loopback address and nothing else (RFC 8252 §7.3).
 *
 * Source: learn.microsoft.com/entra/identity-platform/reply-url.
 */
export const redirectUri = 'http://localhost';

/** The registration that a script is to make. */
export interface RegistrationWish {
  readonly name: string;
  readonly cloud: MicrosoftCloudName;
  /** The tenant in which it is made. */
  readonly tenantId: string;
  readonly certificatePem: string;
  readonly certificateName: string;
  readonly permissions: readonly Permission[];
}

/** `requiredResourceAccess` as Graph takes it: a scope is delegated, a role is for the application. */
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

/** The certificate without its PEM frame, in one line. */
export function certificateBase64(pem: string): string {
  return new X509Certificate(pem).raw.toString('base64');
}
