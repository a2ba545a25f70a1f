import { randomUUID } from 'node:crypto';

/** An Entra error on a page, in a redirect or in a token answer. */
export interface AadstsText {
  readonly description: string;
  readonly traceId: string;
  readonly correlationId: string;
  /** `YYYY-MM-DD HH:MM:SSZ`. */
  readonly timestamp: string;
}

/** Formats a number and its text as Entra does: lines separated by CRLF. */
export function aadstsDescription(
  code: number,
  text: string,
  correlationId: string = randomUUID(),
): AadstsText {
  const traceId = randomUUID();
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const description = [
    `AADSTS${code}: ${text}`,
    `Trace ID: ${traceId}`,
    `Correlation ID: ${correlationId}`,
    `Timestamp: ${timestamp}`,
  ].join('\r\n');
  return { description, traceId, correlationId, timestamp };
}

/** An error of the token endpoint: the OAuth error and Entra's number. */
export class EntraError extends Error {
  readonly status: number;
  readonly error: string;
  readonly code: number;
  readonly suberror: string | undefined;
  /** JSON that the next authorize request must include. */
  readonly claims: string | undefined;

  constructor(
    status: number,
    error: string,
    code: number,
    text: string,
    options: {
      readonly suberror?: string | undefined;
      readonly claims?: string | undefined;
    } = {},
  ) {
    super(text);
    this.name = 'EntraError';
    this.status = status;
    this.error = error;
    this.code = code;
    this.suberror = options.suberror;
    this.claims = options.claims;
  }

  /** The JSON body. `correlationId` echoes the caller's `client-request-id`. */
  body(correlationId?: string): Readonly<Record<string, unknown>> {
    const said = aadstsDescription(this.code, this.message, correlationId);
    return {
      error: this.error,
      error_description: said.description,
      error_codes: [this.code],
      timestamp: said.timestamp,
      trace_id: said.traceId,
      correlation_id: said.correlationId,
      ...(this.suberror !== undefined && { suberror: this.suberror }),
      ...(this.claims !== undefined && { claims: this.claims }),
    };
  }
}
