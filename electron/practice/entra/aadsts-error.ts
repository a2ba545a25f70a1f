import { randomUUID } from 'node:crypto';

/** What an OAuth error answer says beside its AADSTS number (entra-graph §3). */
export interface AadstsFacts {
  /** The number alone, such as 700016. */
  readonly code: number;
  /** OAuth error, such as `invalid_client`. */
  readonly error: string;
  /** The sentence after the number. */
  readonly text: string;
  readonly status?: number;
  readonly suberror?: string;
}

/** A refusal of the practice cloud's Entra side. Not a bug: it is answered in Entra's shape. */
export class AadstsError extends Error {
  readonly facts: AadstsFacts;

  constructor(facts: AadstsFacts) {
    super(`AADSTS${facts.code}: ${facts.text}`);
    this.name = 'AadstsError';
    this.facts = facts;
  }
}

/** The ids under which a request can be found again. */
export interface TraceIds {
  readonly traceId: string;
  readonly correlationId: string;
  /** As Entra writes it: `2026-11-24 08:23:17Z`. */
  readonly timestamp: string;
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** New ids for an answer; a `client-request-id` that is a GUID comes back as correlation id. */
export function newTraceIds(clientRequestId: string | undefined): TraceIds {
  const isGuid = clientRequestId !== undefined && guid.test(clientRequestId);
  return {
    traceId: randomUUID(),
    correlationId: isGuid ? clientRequestId.toLowerCase() : randomUUID(),
    timestamp: new Date()
      .toISOString()
      .replace('T', ' ')
      .replace(/\.\d+Z$/, 'Z'),
  };
}

/** The sentence with its ids, parted by CRLF as in every place where Entra shows it. */
export function describe({ facts }: AadstsError, ids: TraceIds): string {
  return [
    `AADSTS${facts.code}: ${facts.text}`,
    `Trace ID: ${ids.traceId}`,
    `Correlation ID: ${ids.correlationId}`,
    `Timestamp: ${ids.timestamp}`,
  ].join('\r\n');
}

/** The JSON body of the token endpoint and of discovery. `authority` is the host of the look-up page. */
export function errorBody(
  error: AadstsError,
  ids: TraceIds,
  authority: string,
): Record<string, unknown> {
  const { facts } = error;
  return {
    error: facts.error,
    error_description: describe(error, ids),
    error_codes: [facts.code],
    timestamp: ids.timestamp,
    trace_id: ids.traceId,
    correlation_id: ids.correlationId,
    error_uri: `${authority}/error?code=${facts.code}`,
    ...(facts.suberror !== undefined && { suberror: facts.suberror }),
  };
}

/** The HTTP status of an error answer: 401 where the client itself is refused (RFC 6749 §5.2). */
export function statusOf({ facts }: AadstsError): number {
  return facts.status ?? (facts.error === 'invalid_client' ? 401 : 400);
}
