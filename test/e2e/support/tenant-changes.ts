import type { DirectoryMutation } from '../../../practice/world/directory-mutations.ts';
import type { PracticeCloud } from '../../support/practice-cloud.ts';

/** `Directory.Read.All` as an application permission of Microsoft Graph (entra-graph §2.1). */
export const directoryReadAll = '7ab1d382-f21e-4acd-a863-ba3e13f7da61';
/** `Directory.ReadWrite.All` as an application permission of Microsoft Graph. */
export const directoryReadWriteAll = '19dbc75e-c2e2-444c-a770-ec69d8559fc7';

/** What happens in a customer's tenant behind the connector's back. */
export interface TenantChanges {
  /** Every change is seen everywhere at once, or after these milliseconds on the effect clock. */
  takeEffectAfter(milliseconds: {
    readonly token: number;
    readonly graph: number;
  }): Promise<unknown>;
  /** The effect clock goes forward. */
  timePasses(milliseconds: number): Promise<unknown>;
  /** A change of the connector's enterprise application, such as `deletePrincipal`. */
  change(type: string, facts?: Record<string, unknown>): Promise<unknown>;
  /** Changes of the customer's directory, one after another. */
  directory(...mutations: readonly DirectoryMutation[]): Promise<void>;
  /** These calls of Graph answer with an error from now on. */
  failing(endpoint: string, status: number, code: string): Promise<unknown>;
  /** Something else goes wrong with these calls from now on, by the practice cloud's word for it. */
  fault(type: string, endpoint: string): Promise<unknown>;
  noFaults(): Promise<unknown>;
}

/** The tenant of one customer, as its own administrators change it. */
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
