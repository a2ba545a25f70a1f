import type { ConnectionRoom } from '../connection/compose.ts';
import type { ConnectorsRoom } from '../connectors/compose.ts';
import type { IdentityRoom } from '../identity/compose.ts';
import type { Kernel } from '../kernel/compose.ts';
import type { TenantsRoom } from '../tenants/compose.ts';
import { createDoctor } from './doctor.ts';
import type { Doctor } from './doctor.ts';
import type { DoctorStore } from './store.ts';
import { watchDomains } from './watch-domains.ts';

/** Finds what is wrong with a connection, and how to fix it. */
export interface DoctorRoom {
  readonly doctor: Doctor;
  /** Runs the doctor automatically when a customer's domains change, until `signal` aborts. */
  readonly watchDomains: (signal: AbortSignal) => Promise<void>;
}

export interface DoctorPorts {
  readonly kernel: Pick<Kernel, 'clock' | 'random' | 'log' | 'changes' | 'activity'>;
  readonly store: { readonly diagnoses: DoctorStore };
  readonly connectors: { readonly profiles: Pick<ConnectorsRoom['profiles'], 'connector'> };
  readonly tenants: { readonly tenants: Pick<TenantsRoom['tenants'], 'get'> };
  readonly identity: { readonly identity: Pick<IdentityRoom['identity'], 'discover'> };
  readonly connection: Pick<ConnectionRoom, 'grants' | 'consents'>;
}

/** Makes the doctor. */
export function composeDoctor(ports: DoctorPorts): DoctorRoom {
  const { kernel, store } = ports;
  const { profiles } = ports.connectors;
  const { tenants } = ports.tenants;
  const { identity } = ports.identity;
  const { grants, consents } = ports.connection;
  const doctor = createDoctor({
    ...kernel,
    store: store.diagnoses,
    tenants,
    grants,
    consents,
    discover: async (profileId, domain, signal) =>
      identity.discover((await profiles.connector(profileId)).cloud, domain, signal),
  });
  return {
    doctor,
    watchDomains: (signal) => watchDomains({ ...kernel, doctor, grants }, signal),
  };
}
