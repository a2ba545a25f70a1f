import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Agent, fetch as undiciFetch } from 'undici';
import { z } from 'zod';
import type { PracticeCloud } from '../support/practice-cloud.ts';

const cloudFile = z.object({
  authorityBaseUrl: z.string(),
  graphBaseUrl: z.string(),
  caFile: z.string(),
});

/**
 * A plain way to a practice tenant's Graph for the peers: no guard, no retries, no cache; it counts requests.
 */
export interface Wire {
  readonly graphBaseUrl: string;
  readonly token: string;
  readonly fetch: typeof globalThis.fetch;
  requests: number;
  throttled: number;
}

/** Signs in app-only with the practice connector's secret and opens a wire to one tenant. */
export async function openWire(cloud: PracticeCloud, tenantId: string): Promise<Wire> {
  const file = cloudFile.parse(JSON.parse(await readFile(cloud.manifest.cloudFile, 'utf8')));
  const ca = await readFile(resolve(dirname(cloud.manifest.cloudFile), file.caFile), 'utf8');
  const dispatcher = new Agent({ connect: { ca } });
  const wire: Wire = {
    graphBaseUrl: file.graphBaseUrl,
    token: '',
    requests: 0,
    throttled: 0,
    fetch: (async (input: string, init?: object) => {
      wire.requests += 1;
      const response = await undiciFetch(input, { ...init, dispatcher });
      if (response.status === 429) wire.throttled += 1;
      return response;
    }) as unknown as typeof globalThis.fetch,
  };
  const secret = (await readFile(cloud.manifest.connector.secretFile, 'utf8')).trim();
  const answer = await wire.fetch(`${file.authorityBaseUrl}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: cloud.manifest.connector.clientId,
      client_secret: secret,
      scope: `${file.graphBaseUrl}/.default`,
    }).toString(),
  });
  const token = z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
  return Object.assign(wire, { token, requests: 0, throttled: 0 });
}
