import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import { openStateKeys } from './certificates/state-keys.ts';
import { createControlApi } from './control/control-api.ts';
import { createRequestLog } from './requests/request-log.ts';
import { createCustomers } from './customers/create-customers.ts';
import { createAccessTokenVerifier } from './entra/access-tokens.ts';
import { createAuthority } from './entra/authority.ts';
import { createAuthorizationCodes } from './entra/authorization-codes.ts';
import { createRefreshTokens, revokeRefreshTokens } from './entra/refresh-tokens.ts';
import { openSigningKey } from './entra/signing-key.ts';
import { FaultStore } from './faults/fault-store.ts';
import { createGraphHandler } from './graph/graph-handler.ts';
import { listen } from './listen.ts';
import { writeManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { createPeoplePages } from './portal/people-pages.ts';
import { ThrottleStore } from './throttle/throttle-store.ts';
import { openWorld } from './world/world-store.ts';

export interface CloudOptions {
  /** The state folder; created if missing. */
  readonly folder: string;
  readonly seed: number | undefined;
  readonly largeGroups: number | undefined;
  readonly largeMemberships: number | undefined;
  /** 0 chooses a free port. */
  readonly httpsPort: number;
  readonly httpPort: number;
  readonly controlToken: string;
}

/** A running practice cloud; its manifest is described in README.md. */
export interface RunningCloud {
  readonly manifest: Manifest;
  close(): Promise<void>;
}

/**
 * Opens the state folder and starts the three servers: tokens and Graph, sign-in and portal pages, control.
 */
export async function startCloud(options: CloudOptions): Promise<RunningCloud> {
  const { folder } = options;
  const keys = await openStateKeys(folder, Date.now());
  const key = await openSigningKey(folder);
  const store = openWorld({
    ...options,
    systemNow: Date.now,
    makeCustomers: createCustomers,
    furnish: keys.furnish,
  });
  const { world, clock } = store;
  const faults = new FaultStore();
  const throttle = new ThrottleStore(() => performance.now());
  const requests = createRequestLog();

  let httpsBase = '';
  let browserBase = '';
  const issuer = {
    key,
    authorityBaseUrl: () => httpsBase,
    graphBaseUrl: () => httpsBase,
    now: () => Math.floor(Date.now() / 1_000),
  };
  const codes = createAuthorizationCodes(Date.now);
  const authority = createAuthority({
    store,
    issuer,
    codes,
    refreshTokens: createRefreshTokens(world, key, () => clock.now()),
    addresses: () => ({
      authorityBaseUrl: httpsBase,
      browserBaseUrl: browserBase,
      graphBaseUrl: httpsBase,
    }),
    faults,
    log: requests,
  });
  const graph = createGraphHandler({
    world,
    clock,
    verifyAccessToken: createAccessTokenVerifier(issuer),
    baseUrl: () => httpsBase,
    faults,
    throttle,
    log: (entry) => requests.add({ service: 'graph', ...entry }),
  });
  const pages = createPeoplePages({
    store,
    codes,
    faults,
    log: requests,
    authorityBaseUrl: () => httpsBase,
  });
  const control = createControlApi({
    store,
    faults,
    throttle,
    requests,
    revokeTokens: (upn) => store.change(() => revokeRefreshTokens(world, upn, clock.now())),
    token: options.controlToken,
  });

  const answerAuthority = getRequestListener(authority.fetch);
  const httpsServer = createHttpsServer(
    { key: keys.server.privateKey, cert: keys.server.certificate },
    (request, response) => {
      if (request.url?.startsWith('/v1.0/')) void graph(request, response);
      else void answerAuthority(request, response);
    },
  );
  const pagesServer = createHttpServer(getRequestListener(pages.fetch));
  const controlServer = createHttpServer(getRequestListener(control.fetch));
  const secure = await listen(httpsServer, options.httpsPort);
  const people = await listen(pagesServer, options.httpPort);
  const controlled = await listen(controlServer, 0);
  const listeners = [secure, people, controlled];
  httpsBase = `https://127.0.0.1:${secure.port}`;
  browserBase = `http://localhost:${people.port}`;
  const manifest = await writeManifest(folder, world, {
    authorityBaseUrl: httpsBase,
    browserBaseUrl: browserBase,
    control: { url: `http://127.0.0.1:${controlled.port}`, token: options.controlToken },
    keys,
  });
  return {
    manifest,
    async close() {
      await Promise.all(listeners.map((one) => one.close()));
    },
  };
}
