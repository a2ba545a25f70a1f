import { Client, PageIterator } from '@microsoft/microsoft-graph-client';
import type {
  AuthenticationProvider,
  Context,
  Middleware,
} from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import type { Wire } from './wire.ts';

/** Direct members by group ID, as a peer read them; every peer stores them in memory. */
export type Memberships = Map<string, Set<string>>;

/**
 * What a peer read. `scaled`: read for a sample of the groups only, with the time extrapolated to all of
 * them.
 */
export interface PeerRun {
  readonly name: string;
  readonly milliseconds: number;
  readonly requests: number;
  readonly throttled: number;
  readonly scaled: { readonly sampled: number; readonly of: number } | null;
  readonly memberships: Memberships;
  /** Groups and people as v1.0 returns them, if the peer stores them. */
  readonly rows: PeerRows | null;
}

/** Objects by ID. */
export interface PeerRows {
  readonly groups: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly people: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

const reference = z.looseObject({ id: z.string() });
const page = z.looseObject({
  value: z.array(z.looseObject({ id: z.string() })),
  '@odata.nextLink': z.string().optional(),
});

function sdkClient(wire: Wire): Client {
  const authProvider: AuthenticationProvider = { getAccessToken: async () => wire.token };
  const send: Middleware = {
    async execute(context: Context) {
      const headers = new Headers(context.options?.headers as Record<string, string>);
      headers.set('authorization', `Bearer ${await authProvider.getAccessToken()}`);
      context.response = await wire.fetch(String(context.request), {
        ...context.options,
        headers: Object.fromEntries(headers),
      } as RequestInit);
    },
  };
  return Client.initWithMiddleware({
    baseUrl: wire.graphBaseUrl,
    customHosts: new Set([new URL(wire.graphBaseUrl).hostname]),
    middleware: send,
  });
}

async function iterate(client: Client, path: string): Promise<string[]> {
  const ids: string[] = [];
  const first: unknown = await client.api(path).get();
  await new PageIterator(client, first as never, (item) => {
    ids.push(reference.parse(item).id);
    return true;
  }).iterate();
  return ids;
}

/**
 * Microsoft's client with its `PageIterator`: the groups, then the members of each group, `atOnce` in
 * parallel. Members are read for every k-th group only, and the time for them is scaled to all groups.
 */
export async function pageIteratorPeer(
  wire: Wire,
  options: { readonly atOnce: number; readonly sample: number },
): Promise<PeerRun> {
  const client = sdkClient(wire);
  const started = performance.now();
  const groups = await iterate(client, '/groups?$select=id,displayName&$top=999');
  const listed = performance.now() - started;
  const step = Math.max(1, Math.floor(groups.length / options.sample));
  const sampled = groups.filter((_, index) => index % step === 0).slice(0, options.sample);
  const memberships: Memberships = new Map();
  const before = wire.requests;
  const membersStarted = performance.now();
  const queue = sampled.values();
  await Promise.all(
    Array.from({ length: options.atOnce }, async () => {
      for (const group of queue) {
        memberships.set(
          group,
          new Set(await iterate(client, `/groups/${group}/members?$select=id&$top=999`)),
        );
      }
    }),
  );
  const factor = groups.length / Math.max(1, sampled.length);
  return {
    name:
      options.atOnce === 1
        ? 'PageIterator, members one by one'
        : `PageIterator, ${options.atOnce} at once`,
    milliseconds: listed + (performance.now() - membersStarted) * factor,
    requests: Math.round(before + (wire.requests - before) * factor),
    throttled: wire.throttled,
    scaled: { sampled: sampled.length, of: groups.length },
    memberships,
    rows: null,
  };
}

const batchAnswer = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.unknown(),
    }),
  ),
});

/**
 * `$batch` of 20 member lists, `atOnce` batches in parallel; throttled parts are sent again after their
 * Retry-After.
 */
export async function batchPeer(
  wire: Wire,
  options: { readonly atOnce: number; readonly sample: number | null },
): Promise<PeerRun> {
  const started = performance.now();
  const groups = await listIds(wire, '/v1.0/groups?$select=id,displayName&$top=999');
  const listed = performance.now() - started;
  const chosen = options.sample === null ? groups : groups.slice(0, options.sample);
  const memberships: Memberships = new Map();
  const before = wire.requests;
  const membersStarted = performance.now();
  const batches: string[][] = [];
  for (let from = 0; from < chosen.length; from += 20) batches.push(chosen.slice(from, from + 20));
  const queue = batches.values();
  await Promise.all(
    Array.from({ length: options.atOnce }, async () => {
      for (const batch of queue) await readBatch(wire, batch, memberships);
    }),
  );
  const factor = groups.length / Math.max(1, chosen.length);
  return {
    name: `$batch of 20, ${options.atOnce === 1 ? 'one after another' : `${options.atOnce} at once`}`,
    milliseconds: listed + (performance.now() - membersStarted) * factor,
    requests: Math.round(before + (wire.requests - before) * factor),
    throttled: wire.throttled,
    scaled: chosen.length === groups.length ? null : { sampled: chosen.length, of: groups.length },
    memberships,
    rows: null,
  };
}

async function readBatch(
  wire: Wire,
  groups: readonly string[],
  memberships: Memberships,
): Promise<void> {
  let open = groups.map((group) => ({
    group,
    url: `/groups/${group}/members?$select=id&$top=999`,
  }));
  while (open.length > 0) {
    const response = await wire.fetch(`${wire.graphBaseUrl}/v1.0/$batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${wire.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        requests: open.map((part, index) => ({ id: String(index), method: 'GET', url: part.url })),
      }),
    });
    const answer = batchAnswer.parse(await response.json());
    const again: typeof open = [];
    let pause = 0;
    for (const part of answer.responses) {
      const asked = open[Number(part.id)];
      if (!asked) continue;
      if (part.status === 429) {
        wire.throttled += 1;
        pause = Math.max(pause, Number(part.headers?.['Retry-After'] ?? 1));
        again.push(asked);
        continue;
      }
      const body = page.parse(part.body);
      const members = memberships.get(asked.group) ?? new Set<string>();
      for (const member of body.value) members.add(member.id);
      memberships.set(asked.group, members);
      const next = body['@odata.nextLink'];
      if (next)
        again.push({ group: asked.group, url: next.slice(`${wire.graphBaseUrl}/v1.0`.length) });
    }
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause * 1_000));
    open = again;
  }
}

async function getPage(
  wire: Wire,
  url: string,
): Promise<z.infer<typeof page> & { '@odata.deltaLink'?: unknown }> {
  for (;;) {
    const response = await wire.fetch(url, { headers: { authorization: `Bearer ${wire.token}` } });
    if (response.status !== 429) return page.parse(await response.json());
    await new Promise((resolve) =>
      setTimeout(resolve, Number(response.headers.get('retry-after') ?? 1) * 1_000),
    );
  }
}

async function listIds(wire: Wire, path: string): Promise<string[]> {
  const ids: string[] = [];
  for (let next: string | undefined = `${wire.graphBaseUrl}${path}`; next;) {
    const answer: z.infer<typeof page> = await getPage(wire, next);
    for (const item of answer.value) ids.push(item.id);
    next = answer['@odata.nextLink'];
  }
  return ids;
}

/**
 * Groups with members by delta in one stream, in parallel with the users' delta, stored in memory: the lower
 * bound for comparing our sync.
 */
export async function bareDeltaPeer(wire: Wire): Promise<PeerRun> {
  const started = performance.now();
  const memberships: Memberships = new Map();
  const people = new Map<string, Readonly<Record<string, unknown>>>();
  const groupRows = new Map<string, Readonly<Record<string, unknown>>>();
  const groups = async (): Promise<void> => {
    const select =
      'id,displayName,description,mail,mailNickname,mailEnabled,securityEnabled,groupTypes,visibility,members';
    for (
      let next: string | undefined = `${wire.graphBaseUrl}/v1.0/groups/delta?$select=${select}`;
      next;
    ) {
      const answer: z.infer<typeof page> = await getPage(wire, next);
      for (const group of answer.value) {
        const members = memberships.get(group.id) ?? new Set<string>();
        const { 'members@delta': _members, ...properties } = group;
        groupRows.set(group.id, properties);
        for (const member of (group['members@delta'] ?? []) as {
          readonly id: string;
          '@removed'?: unknown;
        }[]) {
          if (!member['@removed']) members.add(member.id);
        }
        memberships.set(group.id, members);
      }
      next = answer['@odata.nextLink'];
    }
  };
  const users = async (): Promise<void> => {
    const select =
      'id,displayName,userPrincipalName,mail,userType,accountEnabled,jobTitle,proxyAddresses,otherMails';
    for (
      let next: string | undefined = `${wire.graphBaseUrl}/v1.0/users/delta?$select=${select}`;
      next;
    ) {
      const answer: z.infer<typeof page> = await getPage(wire, next);
      for (const user of answer.value) people.set(user.id, user);
      next = answer['@odata.nextLink'];
    }
  };
  await Promise.all([groups(), users()]);
  return {
    name: 'bare delta and users, kept in memory',
    milliseconds: performance.now() - started,
    requests: wire.requests,
    throttled: wire.throttled,
    scaled: null,
    memberships,
    rows: { groups: groupRows, people },
  };
}
