import { readFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { SyncMode, SyncRun } from '../../electron/contract/sync.ts';
import { startEngineHost } from '../support/engine-host.ts';
import type { EngineHost } from '../support/engine-host.ts';
import type { PracticeCloud } from '../support/practice-cloud.ts';
import type { Memberships } from './peers.ts';

/** One sync of ours, as the engine's own process saw it. */
export interface OurSync {
  readonly milliseconds: number;
  readonly run: SyncRun;
  /** 99th percentile of the event loop's delay in the host's thread while it ran, ms. */
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

/** Syncs and waits for the end: users, devices, contacts and the encrypted write included. */
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

/** Milliseconds of each search: 80 substrings, 60 prefixes, 40 numeric, 20 without a match; 50 rows and the count. */
export async function searchTimes(host: EngineHost, tenantId: string): Promise<number[]> {
  const names = await sampleNames(host, tenantId);
  const times: number[] = [];
  for (const search of searches(names)) {
    const started = performance.now();
    await host.client.groups.list({ tenantId, search, limit: 50 });
    times.push(performance.now() - started);
  }
  return times;
}

async function sampleNames(host: EngineHost, tenantId: string): Promise<string[]> {
  const { total } = await host.client.groups.list({ tenantId, limit: 1 });
  const names: string[] = [];
  for (let index = 0; index < 80; index += 1) {
    const offset = Math.floor((index * total) / 80);
    const { rows } = await host.client.groups.list({ tenantId, offset, limit: 1 });
    names.push(...rows.map((row) => row.displayName));
  }
  return names;
}

function searches(names: readonly string[]): string[] {
  const name = (index: number): string => names[index % names.length] ?? '';
  const middle = (text: string): string => text.slice(Math.floor(text.length / 3)).slice(0, 5);
  const three = (text: string): string => (text.trim().length >= 3 ? text.trim() : 'team');
  return [
    ...Array.from({ length: 80 }, (_, index) => three(middle(name(index)))),
    ...Array.from({ length: 60 }, (_, index) => three(name(index).slice(0, 4))),
    ...Array.from({ length: 40 }, (_, index) => String(100 + index * 7)),
    ...Array.from({ length: 20 }, (_, index) => `zzq${index}xyv`),
  ];
}
