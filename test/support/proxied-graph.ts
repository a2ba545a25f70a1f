import type { Cloud } from '../../electron/engine/clouds/cloud.ts';
import { createNodeNetwork } from '../../electron/platform/network.ts';
import { issueServer } from '../../practice/certificates/issue.ts';
import { startAlteringProxy } from './altering-proxy/altering-proxy.ts';
import { startDirectoryHost } from './directory-host.ts';
import type { DirectoryHost, DirectoryHostOptions } from './directory-host.ts';
import { createHurriedClock } from './hurried-clock.ts';
import { createJumpingClock } from './jumping-clock.ts';
import { startPracticeGraph } from './practice-graph.ts';

/**
 * The practice cloud's Graph in this process behind an altering proxy, for syncs whose waits end
 * immediately. Only these waits advance their clock, so that no answer seems slow on a busy machine. `waits`
 * contains the waits of a sync and its requests since the last `begin`.
 */
export async function startProxiedGraph() {
  const { ca, server } = await issueServer(Date.now());
  const practice = await startPracticeGraph({ tls: server });
  const proxy = await startAlteringProxy({ origin: practice.origin, caPem: ca });
  const network = createNodeNetwork();
  const { origin } = proxy;
  const cloud: Cloud = {
    name: 'custom',
    label: 'Practice',
    authorityBaseUrl: origin,
    graphBaseUrl: origin,
    portalBaseUrl: origin,
    browserBaseUrl: origin,
    caPem: proxy.caPem,
  };
  const waits: number[] = [];
  return {
    practice,
    proxy,
    waits,
    /** Starts directory rooms on new data, or on the data in `folder`. Removes earlier rules and faults. */
    async begin(options: Partial<DirectoryHostOptions> = {}): Promise<DirectoryHost> {
      proxy.clear();
      practice.faults.reset();
      waits.length = 0;
      const begun = Date.now();
      const clock = options.clock ?? createJumpingClock(() => begun);
      return await startDirectoryHost({
        network,
        cloud,
        clientId: practice.connector,
        clock,
        waits: createHurriedClock(clock, (ms) => {
          waits.push(ms);
          practice.pass(ms);
        }),
        tokenOf: (tenantId) => encodeURIComponent(JSON.stringify(claimsIn(practice, tenantId))),
        ...options,
      });
    },
    async close(): Promise<void> {
      await network.close();
      await proxy.close();
      await practice.close();
    },
  };
}
export type ProxiedGraph = Awaited<ReturnType<typeof startProxiedGraph>>;

function claimsIn(
  { world, connector }: Awaited<ReturnType<typeof startPracticeGraph>>,
  tenantId: string,
) {
  const principals = world.tenants.get(tenantId)?.servicePrincipals ?? [];
  const oid = principals.find(({ appId }) => appId === connector)?.objectId;
  return { tid: tenantId, appid: connector, oid, roles: ['Directory.Read.All'] };
}
