import { z } from 'zod';
import type { Cloud } from '../clouds/cloud.ts';
import { cloudOfTenant } from '../clouds/clouds.ts';
import { CancelledError, EvergrantError } from '../errors/evergrant-error.ts';
import { problemFromForeignAnswer } from '../errors/foreign-answer.ts';
import { problemFromNetworkError } from '../errors/network-error.ts';
import { isUnknownTenant } from '../errors/questions.ts';
import { problemFromOauthBody } from '../errors/token-error.ts';
import { given } from '../kernel/given.ts';
import type { Network } from '../kernel/ports.ts';
import { namesToTry, writtenName } from './domain-or-id.ts';
import type { TenantName } from './domain-or-id.ts';
import type { DiscoveredTenant } from './identity.ts';

const textOrNull = z.string().nullish().catch(null);
const openidConfiguration = z.object({
  issuer: z.url(),
  msgraph_host: textOrNull,
  cloud_instance_name: textOrNull,
  tenant_region_sub_scope: textOrNull,
});

/** The tenant of personal Microsoft accounts; it cannot grant anything. */
const personalAccounts = '9188040d-6c67-4c5b-b112-36a304b66dad';

/**
 * Finds the tenant ID of a domain, or checks an ID, by OpenID discovery: no sign-in, no request to the tenant
 * itself. A tenant of another Microsoft cloud is refused and its cloud named: discovery of the worldwide
 * cloud also knows those tenants, so no other cloud is asked. For the address of a web page, the domain
 * without `www` is tried too.
 *
 * Errors: `tenant.badDomain`, `tenant.notFound`, `tenant.otherCloud`, `tenant.unreadableDiscovery`,
 * `aadsts.*`, `network.*`. Source: OpenID Connect Discovery 1.0 §4.
 */
export async function discoverTenant(
  network: Network,
  cloud: Cloud,
  domainOrId: string,
  signal?: AbortSignal,
): Promise<DiscoveredTenant> {
  const [first, ...others] = namesToTry(domainOrId);
  try {
    return await discoverName(network, cloud, first, signal);
  } catch (error) {
    const [other] = others;
    if (other === undefined || !isNotFound(error)) throw error;
    return await discoverName(network, cloud, other, signal);
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof EvergrantError && error.code === 'tenant.notFound';
}

async function discoverName(
  network: Network,
  cloud: Cloud,
  name: TenantName,
  signal: AbortSignal | undefined,
): Promise<DiscoveredTenant> {
  const url = `${cloud.authorityBaseUrl}/${name.value}/v2.0/.well-known/openid-configuration`;
  const { status, body } = await fetchJson(network, cloud, url, signal);
  const params = { input: name.value };
  if (status !== 200) {
    const problem = problemFromOauthBody(body, status);
    if (problem !== null && isUnknownTenant(problem)) {
      throw new EvergrantError('tenant.notFound', { params, raw: problem.raw, cause: problem });
    }
    throw problem ?? problemFromForeignAnswer(status, 'identity.serviceUnavailable');
  }
  if (typeof body !== 'object' || body === null) {
    throw problemFromForeignAnswer(status, 'identity.serviceUnavailable');
  }
  const found = openidConfiguration.safeParse(body).data;
  refuseOtherCloud(found, cloud, name.value);
  const issuer = found?.issuer ?? '';
  const tenantId = /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/i
    .exec(issuer)?.[1]
    ?.toLowerCase();
  if (tenantId === undefined || (name.kind === 'id' && tenantId !== name.value)) {
    throw new EvergrantError('tenant.unreadableDiscovery', { params, retry: 'now' });
  }
  if (tenantId === personalAccounts) throw new EvergrantError('tenant.notFound', { params });
  return { tenantId, name: writtenName(name) };
}

function refuseOtherCloud(
  found: z.infer<typeof openidConfiguration> | undefined,
  cloud: Cloud,
  input: string,
): void {
  if (found === undefined || cloud.name === 'custom') return;
  const home = cloudOfTenant({
    graphHost: found.msgraph_host ?? null,
    instance: found.cloud_instance_name ?? null,
    subScope: found.tenant_region_sub_scope ?? null,
  });
  if (home === null || home.name === cloud.name) return;
  throw new EvergrantError('tenant.otherCloud', {
    params: { input, cloud: home.label, connectorCloud: cloud.label },
  });
}

async function fetchJson(
  network: Network,
  cloud: Cloud,
  url: string,
  signal: AbortSignal | undefined,
): Promise<{ readonly status: number; readonly body: unknown }> {
  try {
    const response = await network.send({
      url,
      method: 'GET',
      headers: { accept: 'application/json' },
      ...given({ caPem: cloud.caPem, signal }),
    });
    const text = await response.text();
    return { status: response.status, body: parseJson(text) };
  } catch (error) {
    if (signal?.aborted === true) throw new CancelledError();
    throw problemFromNetworkError(error, new URL(url).host) ?? error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
