import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { Log, Network } from '../../engine/kernel/ports.ts';
import type { EngineRouter } from '../workspace/engine.ts';
import { controlOf } from './control.ts';
import { furnishChanged } from './furnish-changed.ts';
import { changedCustomer } from './manifest.ts';
import type { PracticeManifest } from './manifest.ts';

/**
 * Customers that Practice does not add at the start: one is for the technician to add, one is the partner
 * itself.
 */
const leftOut: ReadonlySet<string> = new Set(['neverGranted', 'partner']);

/**
 * Gives a new practice folder its connector and customers, so that there is something to see. Done once: what
 * a technician removes afterwards is not added again.
 */
export async function furnishPractice(
  practiceDir: string,
  router: EngineRouter,
  manifest: PracticeManifest,
  ports: { readonly network: Network; readonly log: Log },
): Promise<void> {
  const done = join(practiceDir, 'furnished.json');
  if (await exists(done)) return;
  const client = createRouterClient(router, { context: {} });
  const { connector } = manifest;
  const profiles = await client.profiles.list();
  const profile =
    profiles.find(({ clientId }) => clientId === connector.clientId) ??
    (await client.profiles.add({
      name: connector.name,
      clientId: connector.clientId,
      cloud: { kind: 'custom', file: manifest.cloudFile },
      credential: { kind: 'certificate', pem: await readFile(connector.certificateFile, 'utf8') },
    }));
  for (const tenant of manifest.tenants) {
    if (leftOut.has(tenant.key)) continue;
    const add = async (domainOrId: string): Promise<void> =>
      void (await client.tenants.add({ domainOrId, profileId: profile.id }));
    if (tenant.key !== changedCustomer) {
      await add(tenant.primaryDomain);
      continue;
    }
    const { tenantId } = tenant;
    await furnishChanged({
      control: controlOf(ports.network, manifest.control, tenantId),
      appId: connector.clientId,
      add,
      test: async () => void (await client.grants.test({ tenantId })),
    }).catch(async (error: unknown) => {
      // A customer without a history is better than a Practice that doesn't start.
      ports.log.warn('practice.noHistory', { reason: String(error).slice(0, 2000) });
      await add(tenant.primaryDomain);
    });
  }
  await writeFile(done, `${JSON.stringify({ profileId: profile.id })}\n`, { mode: 0o600 });
}

async function exists(path: string): Promise<boolean> {
  return await readFile(path).then(
    () => true,
    () => false,
  );
}
