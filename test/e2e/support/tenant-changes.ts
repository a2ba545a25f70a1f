import type { DirectoryMutation } from '../../../practice/world/directory-mutations.ts';
import type { PracticeCloud } from '../../support/practice-cloud.ts';

/** `Directory.Read.All` as an application permission of Microsoft Graph. */
export const directoryReadAll = '7ab1d382-f21e-4acd-a863-ba3e13f7da61';
/** `Directory.ReadWrite.All` as an application permission of Microsoft Graph. */
export const directoryReadWriteAll = '19dbc75e-c2e2-444c-a770-ec69d8559fc7';

/** Changes in a customer's tenant that Evergrant does not make. */
export interface TenantChanges {
  /** Sets when changes are seen everywhere: immediately, or after these milliseconds on the effect clock. */
  takeEffectAfter(milliseconds: {
    readonly token: number;
    readonly graph: number;
  }): Promise<unknown>;
  /** Sets the effect clock forward. */
  timePasses(milliseconds: number): Promise<unknown>;
  /** Changes the connector's enterprise application, for example `deletePrincipal`. */
  change(type: string, facts?: Record<string, unknown>): Promise<unknown>;
  /** Changes the customer's directory, one mutation after another. */
  directory(...mutations: readonly DirectoryMutation[]): Promise<void>;
  /** These Graph calls answer with an error from now on. */
  failing(endpoint: string, status: number, code: string): Promise<unknown>;
  /** Another fault in these calls from now on, by the practice cloud's name for it. */
  fault(type: string, endpoint: string): Promise<unknown>;
  noFaults(): Promise<unknown>;
}

/** The tenant of one customer, changed as its own administrators would. */
export function changesOf(cloud: PracticeCloud, customer: string): TenantChanges {
  const { tenantId } = cloud.customer(customer);
  const appId = cloud.manifest.connector.clientId;
  return {
    takeEffectAfter: ({ token, graph }) =>
      cloud.control('POST', '/settings', {
        effect: { principal: token, token, graph, index: graph },
      }),
    timePasses: (ms) => cloud.control('POST', '/clock/advance', { ms }),
    change: (type, facts = {}) =>
      cloud.control('POST', `/tenants/${tenantId}`, { type, appId, ...facts }),
    async directory(...mutations) {
      for (const mutation of mutations) {
        await cloud.control('POST', `/tenants/${tenantId}`, { type: 'directory', mutation });
      }
    },
    failing: (endpoint, status, code) =>
      cloud.control('POST', '/faults', {
        faults: [{ type: 'error', endpoint, tenantId, count: 1000, status, code }],
      }),
    fault: (type, endpoint) =>
      cloud.control('POST', '/faults', { faults: [{ type, endpoint, tenantId, count: 1000 }] }),
    noFaults: () => cloud.control('POST', '/faults', {}),
  };
}
