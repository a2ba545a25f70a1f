import { readFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { SyncMode, SyncRun } from '../../electron/contract/sync.ts';
import { startEngineHost } from '../support/engine-host.ts';
import type { EngineHost } from '../support/engine-host.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import type { Memberships } from './peers.ts';

/** One of our syncs, as the engine's own process measured it. */
export interface OurSync {
  readonly milliseconds: number;
  readonly run: SyncRun;
  /** 99th percentile of the event loop's delay in the host's thread during the sync, ms. */
  readonly eventLoopP99Ms: number;
}

/** Our engine with the practice connector and one customer; nothing synced yet. */
export async function startOurs(cloud: PracticeCloud, tenantId: string): Promise<EngineHost> {
  const host = await startEngineHost();
  const { connector, cloudFile } = cloud.manifest;
  await host.client.profiles.add({
    name: connector.name,
    clientId: connector.clientId,
    cloud: { kind: 'custom', file: cloudFile },
    credential: { kind: 'certificate', pem: await readFile(connector.certificateFile, 'utf8') },
  });
  await host.client.tenants.add({ domainOrId: tenantId });
  return host;
}

/** Syncs and waits for the end: includes users, devices, contacts and the encrypted write. */
export async function syncOurs(
  host: EngineHost,
  tenantId: string,
  mode: SyncMode,
): Promise<OurSync> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  let run = await host.client.syncs.start({ tenantId, mode });
  for await (const seen of await host.client.syncs.watch({ tenantId })) run = seen;
  const milliseconds = performance.now() - started;
  delay.disable();
  if (run.state !== 'finished') {
    throw new Error(`Our sync ended as ${run.state}: ${run.problem?.code ?? 'no problem named'}.`);
  }
  return { milliseconds, run, eventLoopP99Ms: delay.percentile(99) / 1e6 };
}

/** Direct members of the given groups, read back through the contract. */
export async function ourMemberships(
  host: EngineHost,
  tenantId: string,
  groups: Iterable<string>,
): Promise<Memberships> {
  const memberships: Memberships = new Map();
  for (const groupId of groups) {
    const members = new Set<string>();
    for (let offset = 0; ; offset += 200) {
      const query = { tenantId, groupId, scope: 'direct', offset, limit: 200 } as const;
      const { total, rows } = await host.client.groups.members(query);
      for (const row of rows) members.add(row.id);
      if (offset + 200 >= total) break;
    }
    memberships.set(groupId, members);
  }
  return memberships;
}
