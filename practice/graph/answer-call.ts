import { randomUUID } from 'node:crypto';
import { resourceUnits } from '../throttle/resource-units.ts';
import { applyEarly, emptyPage, spoiled, tooManyRequests } from './apply-fault.ts';
import type { Drop } from './apply-fault.ts';
import type { Caller } from './caller.ts';
import { findRoute } from './find-route.ts';
import type { FoundRoute } from './find-route.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import type { GraphDependencies } from './graph-dependencies.ts';
import {
  accessDenied,
  badRequest,
  errorBody,
  GraphError,
  methodNotAllowed,
  segmentNotFound,
} from './graph-error.ts';
import { readQueryOptions } from './query-options.ts';
import { isAllowed } from './rights.ts';

/** A single call, or a part of a batch. */
export interface CallRequest {
  readonly method: string;
  /** Path and query after `/v1.0/`. */
  readonly target: string;
  readonly header: (name: string) => string | undefined;
  readonly part: boolean;
}

/** The answer, without the connection. */
export interface CallAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The route's name, for latency; the plain path where no route matches. */
  readonly route: string;
  readonly drop: Drop;
}

/** Answers one call; a `GraphError` becomes an error answer instead of being thrown. */
export function answerCall(
  dependencies: GraphDependencies,
  request: CallRequest,
  caller: Caller | GraphError,
): CallAnswer {
  const requestId = randomUUID();
  const clientRequestId = request.header('client-request-id') ?? requestId;
  const headers: Record<string, string> = {
    'Cache-Control': 'no-cache',
    'request-id': requestId,
    'client-request-id': clientRequestId,
    'x-ms-ags-diagnostic': diagnostic,
  };
  const cut = request.target.indexOf('?');
  const path = cut < 0 ? request.target : request.target.slice(0, cut);
  const query = cut < 0 ? '' : request.target.slice(cut + 1);
  const found = findRoute(path);
  const route = found?.route.name ?? path;
  const done = (status: number, body: string, drop: Drop = null, units = 0): CallAnswer => {
    dependencies.log({
      method: request.method,
      route: found?.route.name ?? '(none)',
      status,
      requestId,
      tenantId: caller instanceof GraphError ? null : caller.tenant.tenantId,
      appId: caller instanceof GraphError ? null : caller.appId,
      resourceUnits: units,
      part: request.part,
    });
    return { status, headers, body, route, drop };
  };

  try {
    if (caller instanceof GraphError) throw caller;
    if (found === undefined) throw segmentNotFound(path.split('/').at(-1) ?? '');
    const { part } = request;
    const { tenantId } = caller.tenant;
    const fault = dependencies.faults.take({ route, tenantId, objectId: found.keys[0], part });
    const now = dependencies.clock.now();
    const early = fault && applyEarly(fault, { route, part, now, baseUrl: dependencies.baseUrl() });
    if (early !== undefined) {
      Object.assign(headers, early.headers);
      return done(early.status, '', early.drop);
    }
    const options = readQueryOptions(query, dependencies.faults.settings.pageSizes.maximum);
    const units = charge(dependencies, caller, route, options.values, headers);
    const call = callOf(dependencies, request, caller, found, path, options);
    const answer =
      fault?.type === 'emptyPage'
        ? emptyPage(call, query)
        : answerFound(request.method, call, found);
    headers['OData-Version'] = '4.0';
    headers['Content-Type'] = answer.contentType;
    const body = spoiled(answer.body, fault, call.baseUrl);
    const drop = fault?.type === 'drop' ? fault.moment : null;
    return done(answer.status, body, drop, units);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    Object.assign(headers, error.headers, { 'Content-Type': 'application/json' });
    const body = errorBody(error, requestId, clientRequestId, dependencies.clock.now());
    return done(error.status, body);
  }
}

const diagnostic = JSON.stringify({
  ServerInfo: {
    DataCenter: 'Practice',
    Slice: 'E',
    Ring: '1',
    ScaleUnit: '000',
    RoleInstance: 'PRACTICE-01',
  },
});

function callOf(
  dependencies: GraphDependencies,
  request: CallRequest,
  caller: Caller,
  found: FoundRoute,
  path: string,
  query: GraphCall['query'],
): GraphCall {
  const { world, clock, faults, baseUrl } = dependencies;
  const { tenant } = caller;
  return {
    world,
    tenant,
    context: { world, tenant },
    caller,
    now: clock.now(),
    baseUrl: `${baseUrl()}/v1.0`,
    path,
    keys: found.keys,
    cast: found.cast,
    counts: found.counts,
    query,
    settings: faults.settings,
    header: request.header,
  };
}

function answerFound(method: string, call: GraphCall, found: FoundRoute): GraphAnswer {
  const { route } = found;
  if (method !== 'GET') {
    const refusable = method === 'POST' || method === 'PATCH' || method === 'DELETE';
    if (!refusable || route.isFunction === true || found.counts) throw methodNotAllowed();
    throw accessDenied();
  }
  const self = call.caller.userId;
  const own =
    route.own === true &&
    self !== null &&
    (route.name.startsWith('me/') || call.tenant.directory.user(call.keys[0] ?? '')?.id === self);
  const meAsApplication = call.caller.kind === 'application' && /^me(?:\/|$)/.test(route.name);
  if (meAsApplication)
    throw badRequest('/me request is only valid with delegated authentication flow.');
  if (!isAllowed(call.caller, route.rights, own)) throw accessDenied();
  return route.answer(call);
}

/** Charges the call's cost to the buckets and writes the throttle headers. */
function charge(
  dependencies: GraphDependencies,
  caller: Caller,
  route: string,
  query: ReadonlyMap<string, string>,
  headers: Record<string, string>,
): number {
  const units = resourceUnits(route, query);
  const { tenantId, directory } = caller.tenant;
  const users = directory.indexes('user').length;
  const result = dependencies.throttle.charge(caller.appId, tenantId, users, units);
  headers['x-ms-resource-unit'] = String(units);
  if (result.usedShare > 0.8)
    headers['x-ms-throttle-limit-percentage'] = Math.min(1.8, result.usedShare).toFixed(2);
  if (!result.ok)
    throw tooManyRequests(result.retryAfter, {
      'x-ms-throttle-scope': result.scope,
      'x-ms-throttle-information': 'ResourceUnitLimitExceeded',
    });
  return units;
}
