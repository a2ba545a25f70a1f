import { z } from 'zod';
import type { Problem, Retry } from '../../contract/problem.ts';
import type { Millis } from '../kernel/ports.ts';
import { retryOf } from './table/row.ts';
import { graphRows } from './table/graph.ts';
import { isGraphCode } from './table/table.ts';
import { ClaimsChallenge, readClaims } from './claims-challenge.ts';
import { EvergrantError } from './evergrant-error.ts';
import { problemFromForeignAnswer } from './foreign-answer.ts';
import { meaningOf } from './questions.ts';
import { toldWait } from './retry-after.ts';

/** One level of a Graph error; older pages write `innererror` and nest deeper. */
interface ErrorLevel {
  readonly code?: string | undefined;
  readonly innerError?: ErrorLevel | undefined;
  readonly innererror?: ErrorLevel | undefined;
  readonly 'request-id'?: string | undefined;
  readonly 'client-request-id'?: string | undefined;
  readonly date?: string | undefined;
}

const errorLevel: z.ZodType<ErrorLevel> = z.lazy(() =>
  z.object({
    code: z.string().optional().catch(undefined),
    innerError: errorLevel.optional().catch(undefined),
    innererror: errorLevel.optional().catch(undefined),
    'request-id': z.string().optional().catch(undefined),
    'client-request-id': z.string().optional().catch(undefined),
    date: z.string().optional().catch(undefined),
  }),
);
const errorBody = z.object({ error: errorLevel });

type GraphCode = keyof typeof graphRows;

/** Microsoft's spelling by lowercase code: letter case varies between services. */
const spelling = new Map(
  Object.keys(graphRows)
    .filter(isGraphCode)
    .map((code) => [code.toLowerCase(), code] as const),
);

/**
 * The meaning of a status when Graph's body has no known code: it concerns the token, the load, or
 * the followed link. Only a code can mean that an object or a permission is missing.
 */
const byStatus: Readonly<Record<number, GraphCode>> = {
  401: 'graph.InvalidAuthenticationToken',
  410: 'graph.resyncRequired',
  424: 'graph.failedDependency',
  429: 'graph.TooManyRequests',
  500: 'graph.generalException',
  501: 'graph.NotImplemented',
  502: 'graph.serviceNotAvailable',
  503: 'graph.serviceNotAvailable',
  504: 'graph.gatewayTimeout',
};

/** A Graph answer without success. */
export interface GraphFailure {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/**
 * The error of a Graph answer: the deepest known code, else the meaning of the status, else
 * `graph.unknown` or one of its kinds. The message is never used: it can contain directory data, and
 * Microsoft changes it.
 *
 * An answer in another form than Graph's is not Graph's: `network.intercepted`, or a busy service if
 * the status says so.
 *
 * Source: learn.microsoft.com/graph/errors.
 */
export function problemFromGraphError(failure: GraphFailure, now: Millis): EvergrantError {
  const levels = readLevels(failure.body);
  const challenge = failure.headers.get('www-authenticate') ?? '';
  const known = levels.flatMap(
    (level) => spelling.get(`graph.${level.code ?? ''}`.toLowerCase()) ?? [],
  );
  const sent = levels.findLast((level) => level.code)?.code ?? '';
  const code = challenge.includes('insufficient_claims')
    ? 'graph.insufficient_claims'
    : (known.at(-1) ?? (isGraphs(levels, challenge) ? byStatus[failure.status] : busyBy(failure)));
  const retryAfterMs = toldWait(failure.headers, now);
  const common = {
    ...(retryAfterMs !== null && { retryAfterMs }),
    raw: rawOf(failure, levels, sent === '' ? (code ?? '').replace(/^graph\./, '') : sent),
  };
  if (code === undefined && !isGraphs(levels, challenge)) {
    return problemFromForeignAnswer(failure.status, 'graph.unknownBusy');
  }
  if (code === undefined) {
    const params = { status: failure.status, error: sent === '' ? `HTTP ${failure.status}` : sent };
    const unknown = unknownOf(failure.status);
    return new EvergrantError(unknown.code, { ...common, params, retry: unknown.retry });
  }
  const options = {
    ...common,
    params: { status: failure.status },
    retry: retryOf(graphRows[code].retry),
  };
  return code === 'graph.insufficient_claims'
    ? new ClaimsChallenge(readClaims(challenge), options)
    : new EvergrantError(code, options);
}

/** Graph names a code in every error of its own; a refused token can be reported by the challenge only. */
function isGraphs([outermost]: readonly ErrorLevel[], challenge: string): boolean {
  return outermost?.code !== undefined || /^bearer\b/i.test(challenge);
}

/** An overloaded service, or a load balancer in front of it, can report this by the status only. */
function busyBy({ status }: GraphFailure): GraphCode | undefined {
  const code = byStatus[status];
  return code !== undefined && status >= 429 && meaningOf({ code }) === 'busy' ? code : undefined;
}

type UnknownCode = `graph.unknown${'' | 'Denied' | 'Busy' | 'Request'}`;

/** Classifies an answer with an unknown code by its status. */
function unknownOf(status: number): { readonly code: UnknownCode; readonly retry: Retry } {
  if (status === 403) return { code: 'graph.unknownDenied', retry: 'after' };
  if (status === 408 || status >= 500) return { code: 'graph.unknownBusy', retry: 'after' };
  if ([400, 405, 406, 409, 412, 413, 414, 415, 422].includes(status)) {
    return { code: 'graph.unknownRequest', retry: 'never' };
  }
  return { code: 'graph.unknown', retry: 'now' };
}

/** The error and what is nested in it, outermost first. */
function readLevels(body: string): readonly ErrorLevel[] {
  const levels: ErrorLevel[] = [];
  let level: ErrorLevel | undefined = errorBody.safeParse(parseJson(body)).data?.error;
  while (level !== undefined && levels.length < 8) {
    levels.push(level);
    level = level.innerError ?? level.innererror;
  }
  return levels;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function rawOf(
  failure: GraphFailure,
  levels: readonly ErrorLevel[],
  code: string,
): NonNullable<Problem['raw']> {
  const find = (key: 'request-id' | 'client-request-id' | 'date'): string | undefined =>
    levels.findLast((level) => level[key] !== undefined)?.[key];
  const requestId = failure.headers.get('request-id') ?? find('request-id');
  const correlationId = failure.headers.get('client-request-id') ?? find('client-request-id');
  const date = failure.headers.get('date') ?? utc(find('date'));
  const moment = Date.parse(date ?? '');
  return {
    httpStatus: failure.status,
    ...(code !== '' && { code }),
    ...(requestId !== undefined && { requestId }),
    ...(correlationId !== undefined && { correlationId }),
    ...(!Number.isNaN(moment) && { at: new Date(moment).toISOString() }),
  };
}

/** Bodies give UTC without a time zone: `2026-11-24T10:00:00`. */
function utc(date: string | undefined): string | undefined {
  return date !== undefined && /T\d\d:\d\d:\d\d(?:\.\d+)?$/.test(date) ? `${date}Z` : date;
}
