import { z } from 'zod';
import type { Ports } from '../../electron/engine/kernel/ports.ts';
import { startEngineHost } from './engine-host.ts';
import type { EngineHost } from './engine-host.ts';
import { startPracticeCloud } from './practice-cloud.ts';
import type { PracticeCloud } from './practice-cloud.ts';
import { addPracticeConnector } from './practice-connector.ts';

/** Direct members of every group, by id. */
export type Memberships = Readonly<Record<string, readonly string[]>>;

const recordedPerson = z.object({
  id: z.string(),
  userPrincipalName: z.string(),
  displayName: z.string(),
  accountEnabled: z.boolean(),
});
export type RecordedPerson = z.infer<typeof recordedPerson>;

/** The odd customer in an engine, synced, and the cloud’s own record of it. */
export interface OddCustomer {
  readonly cloud: PracticeCloud;
  readonly host: EngineHost;
  readonly tenantId: string;
  readonly primaryDomain: string;
  sync(): Promise<void>;
  /** Changes the directory without the connector. */
  mutate(mutation: object): Promise<void>;
  /** The id of the group with exactly this name, as the engine has it. */
  groupId(name: string): Promise<string>;
  /** The cloud’s own record of direct members, service principals and hidden ones included. */
  memberships(): Promise<Memberships>;
  /** The cloud’s own record of a person, by id or by the part of the name before the primary domain. */
  person(idOrLocal: string): Promise<RecordedPerson>;
  /** Ids of all groups of a person, including nested ones, from the cloud’s own record. */
  groupsOf(personId: string): Promise<readonly string[]>;
  dispose(): Promise<void>;
}

/** Starts a practice cloud and an engine with its odd customer; `changes` replaces individual ports. */
export async function startOddCustomer(changes: Partial<Ports> = {}): Promise<OddCustomer> {
  const cloud = await startPracticeCloud({ args: ['--groups', '50', '--memberships', '200'] });
  const host = await startEngineHost(changes);
  const { client } = host;
  const { tenantId, primaryDomain } = cloud.customer('odd');
  const record = (path: string): Promise<unknown> =>
    cloud.control('GET', `/tenants/${tenantId}/${path}`);
  await addPracticeConnector(cloud, host);
  await client.tenants.add({ domainOrId: tenantId });
  const sync = async (): Promise<void> => {
    await client.syncs.start({ tenantId });
    for await (const run of await client.syncs.watch({ tenantId })) {
      if (run.problem) throw new Error(`The sync failed with ${run.problem.code}.`);
    }
  };
  await sync();
  return {
    cloud,
    host,
    tenantId,
    primaryDomain,
    sync,
    async mutate(mutation) {
      await cloud.control('POST', `/tenants/${tenantId}`, { type: 'directory', mutation });
    },
    async groupId(name) {
      const { rows } = await client.groups.list({ tenantId, search: name, limit: 200 });
      const found = rows.find(({ displayName }) => displayName === name);
      if (!found) throw new Error(`The odd customer has no group ${name}.`);
      return found.id;
    },
    memberships: async () =>
      z.record(z.string(), z.array(z.string())).parse(await record('memberships')),
    async person(idOrLocal) {
      const isId = /^[\da-f]{8}-/.test(idOrLocal);
      const who = isId ? idOrLocal : `${idOrLocal}@${primaryDomain}`;
      return recordedPerson.parse(await record(`people/${encodeURIComponent(who)}`));
    },
    groupsOf: async (id) => z.array(z.string()).parse(await record(`people/${id}/groups`)),
    async dispose() {
      await host.dispose();
      await cloud.dispose();
    },
  };
}
