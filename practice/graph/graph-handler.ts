import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { answerCall } from './answer-call.ts';
import type { CallAnswer } from './answer-call.ts';
import { applyEarly } from './apply-fault.ts';
import type { Drop } from './apply-fault.ts';
import { answerBatch, readBatch } from './batch.ts';
import { identifyCaller } from './caller.ts';
import type { Caller } from './caller.ts';
import type { GraphDependencies } from './graph-dependencies.ts';
import { errorBody, GraphError, methodNotAllowed } from './graph-error.ts';

const version = '/v1.0/';
const mostBodyBytes = 4 * 1024 * 1024;

export type GraphHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Microsoft Graph v1.0 of the practice cloud. Read-only: it refuses every writing method as Graph would and
 * changes nothing.
 */
export function createGraphHandler(dependencies: GraphDependencies): GraphHandler {
  const handle: GraphHandler = async (request, response) => {
    const { method = 'GET', url = '/' } = request;
    const header = (name: string): string | undefined => {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(',') : value;
    };
    // Microsoft dates its answers by the system clock, not the effect clock.
    response.setHeader('Date', new Date(dependencies.clock.now()).toUTCString());
    const caller = await identify(dependencies, header('authorization'));
    const target = url.startsWith(version) ? url.slice(version.length) : null;
    if (target === null) {
      const wrong = new GraphError(
        400,
        'BadRequest',
        `Invalid version: ${url.split('/')[1] ?? ''}`,
      );
      const answer = answerCall(dependencies, { method, target: '', header, part: false }, wrong);
      send(response, answer);
      return;
    }
    if (/^\$batch(?:\?|$)/.test(target)) {
      await handleBatch(dependencies, request, response, caller, header);
      return;
    }
    const answer = answerCall(dependencies, { method, target, header, part: false }, caller);
    await wait(dependencies.faults.latency(answer.route));
    send(response, answer);
  };
  return async (request, response) => {
    try {
      await handle(request, response);
    } catch (bug) {
      if (!response.headersSent) send(response, internalError(dependencies, bug));
      else response.destroy();
    }
  };
}

/** A bug in the practice cloud, named in the answer so that it is not mistaken for simulated behavior. */
function internalError(dependencies: GraphDependencies, bug: unknown): CallAnswer {
  const requestId = randomUUID();
  const text = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
  const error = new GraphError(500, 'InternalServerError', `The practice cloud failed: ${text}`);
  return {
    status: 500,
    headers: { 'Content-Type': 'application/json', 'request-id': requestId },
    body: errorBody(error, requestId, requestId, dependencies.clock.now()),
    route: '',
    drop: null,
  };
}

async function identify(
  dependencies: GraphDependencies,
  authorization: string | undefined,
): Promise<Caller | GraphError> {
  try {
    return await identifyCaller(dependencies, authorization);
  } catch (error) {
    if (error instanceof GraphError) return error;
    throw error;
  }
}

async function handleBatch(
  dependencies: GraphDependencies,
  request: IncomingMessage,
  response: ServerResponse,
  caller: Caller | GraphError,
  header: (name: string) => string | undefined,
): Promise<void> {
  const requestId = randomUUID();
  const clientRequestId = header('client-request-id') ?? requestId;
  const headers: Record<string, string> = {
    'Content-Type': 'application/json',
    'request-id': requestId,
    'client-request-id': clientRequestId,
  };
  let status = 200;
  let body: string;
  let parts = 0;
  let drop: Drop = null;
  try {
    if (caller instanceof GraphError) throw caller;
    if (request.method !== 'POST') throw methodNotAllowed();
    const { tenantId } = caller.tenant;
    const now = dependencies.clock.now();
    const call = { route: '$batch', part: false, now, baseUrl: dependencies.baseUrl() };
    const fault = dependencies.faults.take({ ...call, tenantId });
    if (fault?.type === 'drop') drop = fault.moment;
    const early = fault && applyEarly(fault, call);
    const requests = early ? [] : readBatch(await readBody(request));
    parts = requests.length;
    ({ status, body } = early
      ? { status: early.status, body: '' }
      : answerBatch(dependencies, requests, caller, requestId));
    Object.assign(headers, early?.headers);
    if (fault?.type === 'malformedJson') body = body.slice(0, Math.ceil(body.length / 2));
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    status = error.status;
    Object.assign(headers, error.headers);
    body = errorBody(error, requestId, clientRequestId, dependencies.clock.now());
  }
  dependencies.log({
    method: request.method ?? '',
    route: '$batch',
    status,
    requestId,
    tenantId: caller instanceof GraphError ? null : caller.tenant.tenantId,
    appId: caller instanceof GraphError ? null : caller.appId,
    resourceUnits: 0,
    part: false,
  });
  await wait(dependencies.faults.latency('$batch', parts));
  send(response, { status, headers, body, route: '$batch', drop });
}

async function wait(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await pause(milliseconds);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBodyBytes)
      throw new GraphError(413, 'RequestEntityTooLarge', 'The request body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, answer: CallAnswer): void {
  if (answer.drop === 'beforeAnswer') {
    response.destroy();
    return;
  }
  const bytes = Buffer.from(answer.body, 'utf8');
  response.writeHead(answer.status, { ...answer.headers, 'Content-Length': bytes.length });
  if (answer.drop === 'inBody') {
    response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.destroy());
    return;
  }
  response.end(bytes);
}
