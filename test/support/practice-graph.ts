import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { CertifiedKey } from '../../practice/certificates/issue.ts';
import { createCustomers } from '../../practice/customers/create-customers.ts';
import { FaultStore } from '../../practice/faults/fault-store.ts';
import type { AccessTokenClaims, GraphLogEntry } from '../../practice/graph/graph-dependencies.ts';
import { createGraphHandler } from '../../practice/graph/graph-handler.ts';
import { ThrottleStore } from '../../practice/throttle/throttle-store.ts';
import { createEffectClock } from '../../practice/world/effect-clock.ts';
import { defaultSettings } from '../../practice/world/settings.ts';
import type { PracticeTenant, World } from '../../practice/world/types.ts';

export interface GraphResult {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; throws a plain Error if it is not JSON. */
  readonly body: GraphBody;
}

/** The part of an answer's shape that tests use. */
export interface GraphBody {
  readonly value: readonly GraphObject[];
  readonly error: { readonly code: string; readonly message: string };
  readonly responses: readonly {
    readonly id: string;
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: GraphBody;
  }[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
  readonly '@odata.count'?: number;
  readonly [name: string]: unknown;
}

export interface GraphObject {
  readonly id: string;
  readonly '@odata.type'?: string;
  readonly '@removed'?: { readonly reason: string };
  readonly 'members@delta'?: readonly GraphObject[];
  readonly [name: string]: unknown;
}

export interface AskOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly body?: unknown;
  /** Replaces the connector's app-only token in the requested tenant. */
  readonly claims?: Partial<AccessTokenClaims> | null;
}

/** Advanced query parameters need this header on every page. */
export const eventual = { ConsistencyLevel: 'eventual' };

/**
 * The practice cloud's Graph, with claims as tokens: for tests of only Graph. On plain HTTP, or on HTTPS
 * with a server certificate. Close it after use.
 */
export async function startPracticeGraph(
  options: {
    readonly largeGroups?: number;
    readonly largeMemberships?: number;
    readonly tls?: CertifiedKey;
  } = {},
) {
  const { largeGroups = 400, largeMemberships = 4000, tls } = options;
  const start = Date.UTC(2026, 10, 20, 9);
  const clock = createEffectClock(() => start);
  const made = createCustomers({ seed: 11, largeGroups, largeMemberships, now: start });
  const world: World = {
    seed: 11,
    registrations: made.registrations,
    tenants: new Map(made.tenants.map((tenant) => [tenant.tenantId, tenant])),
    settings: defaultSettings(),
  };
  const faults = new FaultStore();
  let running = 0;
  const throttle = new ThrottleStore(() => running);
  const log: GraphLogEntry[] = [];
  const server =
    tls === undefined
      ? createServer()
      : createSecureServer({ cert: tls.certificate, key: tls.privateKey });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const scheme = tls === undefined ? 'http' : 'https';
  const origin = `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const handler = createGraphHandler({
    world,
    clock,
    baseUrl: () => origin,
    faults,
    throttle,
    log: (entry) => log.push(entry),
    verifyAccessToken: (_world, _clock, header) =>
      header === undefined
        ? { ok: false, reason: 'Access token is empty.' }
        : { ok: true, claims: JSON.parse(decodeURIComponent(header.slice('Bearer '.length))) },
  });
  server.on('request', handler);

  const tenant = (key: string): PracticeTenant => {
    const found = made.tenants.find((one) => one.key === key);
    if (found === undefined) throw new Error(`no tenant ${key}`);
    return found;
  };
  const connector = made.registrations[0]?.clientId ?? '';
  const appOnly = (key: string): AccessTokenClaims => ({
    tid: tenant(key).tenantId,
    appid: connector,
    oid: tenant(key).servicePrincipals.find((one) => one.appId === connector)?.objectId,
    roles: ['Directory.Read.All'],
  });
  /** Claims of a person signed in to a tenant, by role or name. */
  const delegated = (key: string, who: string, scp: string): AccessTokenClaims => {
    const account = made.tenants
      .flatMap((one) => one.accounts)
      .find(
        (one) =>
          one.displayName === who ||
          (one.homeTenantId === tenant(key).tenantId && one.role === who),
      );
    return { tid: tenant(key).tenantId, appid: connector, oid: account?.objectId, scp };
  };

  const { ask, pages } = createCalls(origin, appOnly);

  return {
    origin,
    world,
    clock,
    faults,
    throttle,
    log,
    connector,
    tenant,
    delegated,
    ask,
    pages,
    /** Advances the throttle's clock. */
    pass: (milliseconds: number): void => {
      running += milliseconds;
    },
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type PracticeGraph = Awaited<ReturnType<typeof startPracticeGraph>>;

/** Calls as the connector makes them, or with `claims`. */
function createCalls(origin: string, appOnly: (key: string) => AccessTokenClaims) {
  const ask = async (key: string, path: string, asked: AskOptions = {}): Promise<GraphResult> => {
    const { claims, body, method = body === undefined ? 'GET' : 'POST' } = asked;
    const own = claims?.scp === undefined ? appOnly(key) : {};
    const token = encodeURIComponent(JSON.stringify({ ...own, ...claims }));
    const response = await fetch(path.startsWith('http') ? path : `${origin}/v1.0/${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(claims === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...asked.headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      get body(): GraphBody {
        return JSON.parse(text) as GraphBody;
      },
    };
  };

  /** Follows nextLinks to the end. Returns all pages. */
  const pages = async (
    key: string,
    path: string,
    asked: AskOptions = {},
  ): Promise<readonly GraphBody[]> => {
    const all: GraphBody[] = [];
    for (let next: string | undefined = path; next !== undefined;) {
      const { body, status, text } = await ask(key, next, asked);
      if (status !== 200) throw new Error(`${next} answered ${status}: ${text}`);
      all.push(body);
      next = body['@odata.nextLink'];
    }
    return all;
  };
  return { ask, pages };
}
