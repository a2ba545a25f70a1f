import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { RequestLog } from '../requests/request-log.ts';
import type { Fault } from '../faults/fault-settings.ts';
import type { FaultStore } from '../faults/fault-store.ts';
import { findTenant } from '../world/find.ts';
import { EntraError } from './aadsts.ts';
import { entraErrorOf } from './aadsts-catalog.ts';
import { faultFacts } from './fault-facts.ts';
import { instanceDiscovery, openIdConfiguration } from './discovery.ts';
import type { DiscoveryAddresses } from './discovery.ts';
import { answerTokenRequest } from './token-endpoint.ts';
import type { TokenEndpoint } from './token-request.ts';

export interface AuthorityDependencies extends TokenEndpoint {
  readonly addresses: () => DiscoveryAddresses;
  readonly faults: FaultStore;
  readonly log: RequestLog;
}

/**
 * Entra's non-interactive endpoints on HTTPS: discovery, keys and tokens. Injected errors apply to the token
 * endpoint only when they name it: a pattern for everything means everything of Graph.
 */
export function createAuthority(dependencies: AuthorityDependencies): Hono {
  const { store, issuer, addresses, faults, log } = dependencies;
  const app = new Hono();
  const note = (route: string, status: number, tenantPart: string, appId: string | null): void => {
    const tenantId = findTenant(store.world, tenantPart)?.tenantId ?? null;
    const method = route === 'token' ? 'POST' : 'GET';
    log.add({
      service: 'entra',
      method,
      route,
      status,
      tenantId,
      appId,
      resourceUnits: 0,
      part: false,
    });
  };

  app.get('/common/discovery/instance', (context) => context.json(instanceDiscovery(addresses())));
  app.get('/:tenant/v2.0/.well-known/openid-configuration', (context) => {
    const tenant = context.req.param('tenant');
    const { status, body } = openIdConfiguration(store.world, tenant, addresses());
    note('openid-configuration', status, tenant, null);
    return context.json(body, status);
  });
  app.get('/:tenant/discovery/v2.0/keys', (context) => context.json({ keys: [issuer.key.jwk] }));
  app.post('/:tenant/oauth2/v2.0/token', bodyLimit({ maxSize: 64 * 1024 }), async (context) => {
    const tenant = context.req.param('tenant');
    const form = new URLSearchParams(await context.req.text());
    const appId = form.get('client_id');
    const correlationId = context.req.header('client-request-id');
    context.header('cache-control', 'no-store');
    const tenantId = findTenant(store.world, tenant)?.tenantId ?? '';
    const grantType = form.get('grant_type');
    const fault = faults.take({ route: 'token', tenantId, grantType }, { named: true });
    const injected = fault && injectedRefusal(fault);
    if (injected !== undefined) {
      note('token', injected.status, tenant, appId);
      if (fault?.type === 'error' && fault.retryAfter !== null) {
        context.header('retry-after', String(fault.retryAfter));
      }
      return context.json(injected.body(correlationId), { status: injected.status as 400 });
    }
    try {
      const answer = await answerTokenRequest(dependencies, tenant, form);
      note('token', 200, tenant, appId);
      return context.json(answer);
    } catch (error) {
      if (!(error instanceof EntraError)) throw error;
      note('token', error.status, tenant, appId);
      return context.json(error.body(correlationId), { status: error.status as 400 });
    }
  });
  return app;
}

/** The token endpoint's answer for a fault; undefined for a fault that doesn't apply to it. */
function injectedRefusal(fault: Fault): EntraError | undefined {
  if (fault.type === 'aadsts') return entraErrorOf(faultFacts(fault));
  if (fault.type !== 'error') return undefined;
  const number = Number(/\d+/.exec(fault.code)?.[0] ?? 90033);
  return new EntraError(fault.status, 'temporarily_unavailable', number, fault.message);
}
