import type { Router } from '@orpc/server';
import type { engineContract, HostInfo } from '../contract/contract.ts';
import { composeBackup } from './backup/compose.ts';
import { composeConnection } from './connection/compose.ts';
import { composeConnectors } from './connectors/compose.ts';
import { composeDirectory } from './directory/compose.ts';
import { composeDoctor } from './doctor/compose.ts';
import { CancelledError } from './errors/evergrant-error.ts';
import { composeExport } from './export/compose.ts';
import { composeGraph } from './graph/compose.ts';
import { composeIdentity } from './identity/compose.ts';
import { closeAll } from './kernel/close-all.ts';
import { composeKernel } from './kernel/compose.ts';
import type { Ports } from './kernel/ports.ts';
import { composePartner } from './partner/compose.ts';
import { composeRegistration } from './registration/compose.ts';
import { composeReset } from './reset/compose.ts';
import { createRouter } from './routes/router.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { composeTenants } from './tenants/compose.ts';

/** An engine that runs on one data folder. */
export interface Engine {
  readonly router: Router<typeof engineContract, Record<never, never>>;
  /** The directory file that could not be used and was renamed; null when none was. */
  setAside(): Promise<HostInfo['setAside'] | null>;
  /** Stops running work, stores what must continue at the next start, and closes the data. */
  close(): Promise<void>;
}

/**
 * Opens the data folder and creates every service: the only place where they are connected.
 *
 * @throws EvergrantError as `openStore`.
 */
export async function createEngine(host: Ports): Promise<Engine> {
  const store = await openStore(host);
  try {
    return await compose(host, store);
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Each room gets the rooms before it; calls to later ones are made only when all exist. */
async function compose(host: Ports, store: Store): Promise<Engine> {
  const closing = new AbortController();
  const kernel = composeKernel({ host, store });
  const base = { host, kernel, store, closing: closing.signal };

  const connectors = composeConnectors({ ...base, later: () => ({ ...tenants, ...identity }) });
  const tenants = composeTenants({
    ...base,
    connectors,
    later: () => ({
      ...identity,
      stop: async (tenantId) => {
        await connection.stop(tenantId);
        await directory.syncs.cancel(tenantId);
      },
    }),
  });
  const identity = composeIdentity({ ...base, connectors });
  const graph = composeGraph({ ...base, identity });
  const lower = { ...base, connectors, tenants, identity, graph };

  const registration = composeRegistration(lower);
  const partner = composePartner(lower);
  const connection = composeConnection({ ...lower, later: () => ({ ...directory, ...reset }) });
  const directory = composeDirectory(lower);
  const exporting = composeExport({ ...lower, directory });
  const doctor = composeDoctor({ ...lower, connection });
  const reset = composeReset({ ...lower, connection, directory });
  const backup = composeBackup({ ...base, exporting });
  const upper = { connection, directory, exporting, doctor, reset, backup };

  await connection.consents.resume();
  const background = [
    kernel.followOthers(closing.signal),
    doctor.watchDomains(closing.signal),
    host.stays ? connection.testQuietly(closing.signal) : Promise.resolve(),
  ];
  return {
    router: createRouter({ ...lower, registration, partner, ...upper }),
    setAside: () => store.setAside(),
    close: async () => {
      closing.abort(new CancelledError());
      await closeAll([
        () => kernel.files.close(),
        () => connection.consents.close(),
        () => exporting.exports.close(),
        () => directory.syncs.close(),
        () => Promise.all(background),
        () => kernel.leases.close(),
        () => store.close(),
      ]);
    },
  };
}
