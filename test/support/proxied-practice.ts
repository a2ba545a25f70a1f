import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Ports } from '../../electron/engine/kernel/ports.ts';
import type { SyncMode, SyncRun } from '../../electron/contract/sync.ts';
import { startAlteringProxy } from './altering-proxy/altering-proxy.ts';
import type { AlteringProxy } from './altering-proxy/altering-proxy.ts';
import { startEngineHost } from './engine-host.ts';
import type { EngineHost } from './engine-host.ts';
import { practiceCa, startPracticeCloud } from './practice-cloud.ts';
import type { PracticeCloud } from './practice-cloud.ts';
import { addPracticeConnector } from './practice-connector.ts';

/** A practice cloud whose token endpoint, discovery and Graph are reached through an altering proxy. */
export interface ProxiedPractice {
  readonly cloud: PracticeCloud;
  readonly proxy: AlteringProxy;
  /** The cloud file that points to the proxy; the command accepts it as well. */
  readonly cloudFile: string;
  /** The connector's secret: a certificate's assertion names the proxy's address, which the cloud refuses. */
  readonly secret: string;
  dispose(): Promise<void>;
}

/** Starts a {@link ProxiedPractice}; `args` are the practice cloud's. */
export async function startProxiedPractice(
  args: readonly string[] = ['--groups', '60', '--memberships', '300'],
): Promise<ProxiedPractice> {
  const cloud = await startPracticeCloud({ args });
  const file = z
    .looseObject({ graphBaseUrl: z.string() })
    .parse(JSON.parse(await readFile(cloud.manifest.cloudFile, 'utf8')));
  const proxy = await startAlteringProxy({
    origin: file.graphBaseUrl,
    caPem: await practiceCa(cloud),
  });
  const caFile = join(cloud.stateDir, 'proxy-ca.pem');
  const cloudFile = join(cloud.stateDir, 'proxied-cloud.json');
  const bases = { authorityBaseUrl: proxy.origin, graphBaseUrl: proxy.origin };
  await writeFile(caFile, proxy.caPem);
  await writeFile(cloudFile, JSON.stringify({ ...file, ...bases, caFile }));
  return {
    cloud,
    proxy,
    cloudFile,
    secret: (await readFile(cloud.manifest.connector.secretFile, 'utf8')).trim(),
    async dispose() {
      await proxy.close();
      await cloud.dispose();
    },
  };
}

/** An engine with the connector and one customer, behind the proxy. */
export interface ProxiedHost {
  readonly host: EngineHost;
  readonly tenantId: string;
  /** Runs a sync until it ends. */
  sync(mode?: SyncMode): Promise<SyncRun>;
}

/** An engine on a new data folder that has `customer`, a key of `PracticeCloud.customer`. */
export async function startProxiedHost(
  { cloud, cloudFile, secret }: ProxiedPractice,
  customer = 'large',
  changes: Partial<Ports> = {},
): Promise<ProxiedHost> {
  const host = await startEngineHost(changes);
  await addPracticeConnector(cloud, host, {
    cloud: { kind: 'custom', file: cloudFile },
    credential: { kind: 'secret', value: secret },
  });
  const { tenantId } = cloud.customer(customer);
  await host.client.tenants.add({ domainOrId: tenantId });
  return {
    host,
    tenantId,
    async sync(mode = 'auto') {
      let last = await host.client.syncs.start({ tenantId, mode });
      for await (const run of await host.client.syncs.watch({ tenantId })) last = run;
      return last;
    },
  };
}
