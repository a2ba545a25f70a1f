import { graphAppId } from '../world/permission-catalog.ts';
import type { AppRegistration, PermissionReference } from '../world/types.ts';
import type { Random } from '../world/random.ts';

const delegated = (id: string): PermissionReference => ({
  resourceAppId: graphAppId,
  id,
  type: 'delegated',
});
const application = (id: string): PermissionReference => ({
  resourceAppId: graphAppId,
  id,
  type: 'application',
});

/** The three permissions of the connector. */
export const connectorPermissions: readonly PermissionReference[] = [
  delegated('e1fe6dd8-ba31-4d61-89e7-88639da4683d'),
  delegated('bc024368-1153-4739-b217-4326f2e966d0'),
  application('7ab1d382-f21e-4acd-a863-ba3e13f7da61'),
];

export interface Registrations {
  /** The MSP's own connector: everything can be verified with it. */
  readonly connector: AppRegistration;
  /** A security vendor's: the MSP knows only its client ID. */
  readonly vendor: AppRegistration;
  /** Requests a permission that may write, which no profile may require. */
  readonly writing: AppRegistration;
}

/**
 * App registrations; keys and secrets are added at start, since they must not be guessable. `createdAt` on
 * the effect clock.
 */
export function createRegistrations(
  random: Random,
  partnerTenantId: string,
  createdAt: number,
): Registrations {
  const vendorTenantId = random.guid();
  const [connector, vendor, writing] = [random.guid(), random.guid(), random.guid()];
  const common = () => ({
    objectId: random.guid(),
    createdAt,
    deletedAt: null,
    multiTenant: true,
    secrets: [],
    certificates: [],
    disabledByMicrosoft: false,
    isDisabled: false,
  });
  return {
    connector: {
      ...common(),
      clientId: connector,
      displayName: 'Northlight Directory Connector',
      publisher: { name: 'Northlight Managed Services', verified: true },
      homeTenantId: partnerTenantId,
      redirectUris: [{ uri: 'http://localhost', platform: 'publicClient' }],
      requiredResourceAccess: [...connectorPermissions],
    },
    vendor: {
      ...common(),
      clientId: vendor,
      displayName: 'Palisade Endpoint Security',
      publisher: { name: 'Palisade Security', verified: true },
      homeTenantId: vendorTenantId,
      redirectUris: [{ uri: 'https://console.palisade.example/granted', platform: 'web' }],
      requiredResourceAccess: [...connectorPermissions],
    },
    writing: {
      ...common(),
      clientId: writing,
      displayName: 'Quickfix User Provisioning',
      publisher: { name: 'Quickfix Tools', verified: false },
      homeTenantId: vendorTenantId,
      redirectUris: [{ uri: 'http://localhost', platform: 'publicClient' }],
      requiredResourceAccess: [
        ...connectorPermissions,
        application('19dbc75e-c2e2-444c-a770-ec69d8559fc7'),
      ],
    },
  };
}
