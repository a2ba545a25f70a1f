import type { Problem } from '../../contract/problem.ts';
import { errorOf, EvergrantError } from './evergrant-error.ts';
import { retryOf } from './table/row.ts';
import { isEntraCode, microsoftRow } from './table/table.ts';
import { cloudOfInstance } from './national-cloud.ts';
import { unknownKind } from './unknown-kind.ts';
import type { OauthAnswer } from './unknown-kind.ts';

/** The details in an Entra error text; its sentences are discarded. */
interface AadstsText {
  readonly number: string | null;
  readonly traceId: string | null;
  readonly correlationId: string | null;
  /** ISO 8601 UTC. */
  readonly at: string | null;
  /** The text's name for the national cloud of a tenant (AADSTS90038). */
  readonly nationalCloud: string | null;
  /** The text says that no one has taken over the directory yet, whatever its number. */
  readonly isUnmanaged: boolean;
}

const guid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const traceId = new RegExp(`Trace ID:\\s*(${guid})`, 'i');
const correlationId = new RegExp(`Correlation ID:\\s*(${guid})`, 'i');

/**
 * Reads number, IDs and time from `AADSTSnnn: text Trace ID: … Correlation ID: … Timestamp: …`.
 *
 * Source: learn.microsoft.com/entra/identity-platform/reference-error-codes, "Handling error codes".
 */
export function readAadstsText(text: string): AadstsText {
  const stamp = /Timestamp:\s*(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?)Z?/.exec(text);
  const moment = stamp === null ? Number.NaN : Date.parse(`${stamp[1]}T${stamp[2]}Z`);
  return {
    number: /AADSTS(\d{4,9})\b/.exec(text)?.[1] ?? null,
    traceId: traceId.exec(text)?.[1]?.toLowerCase() ?? null,
    correlationId: correlationId.exec(text)?.[1]?.toLowerCase() ?? null,
    at: Number.isNaN(moment) ? null : new Date(moment).toISOString(),
    isUnmanaged: /\bunmanaged\b/i.test(text) && /\bDNS\b/i.test(text),
    nationalCloud: /National Cloud '([\w.-]{1,80})'/i.exec(text)?.[1] ?? null,
  };
}

/** Raw details for a ticket. Missing fields are omitted. */
export function rawOf(text: AadstsText, oauthError: string): NonNullable<Problem['raw']> {
  const code = text.number === null ? oauthError : `AADSTS${text.number}`;
  return {
    ...(code !== '' && { code }),
    ...(text.correlationId !== null && { correlationId: text.correlationId }),
    ...(text.traceId !== null && { traceId: text.traceId }),
    ...(text.at !== null && { at: text.at }),
  };
}

/**
 * The error of an AADSTS number: `aadsts.NNN`. 650051 and 65005 can also mean a directory that no one
 * has taken over; that is `tenant.unmanaged` and does not pass by waiting. A number without a row
 * becomes `aadsts.unknown`, or a kind derived from its OAuth error (`aadsts.unknownSignIn`, ...),
 * with the number as a parameter.
 */
export function aadstsError(
  number: string,
  options: {
    readonly raw?: Problem['raw'];
    readonly cause?: unknown;
    readonly oauth: OauthAnswer;
    readonly nationalCloud: string | null;
    readonly isUnmanaged: boolean;
  },
): EvergrantError {
  const { raw, cause, oauth, nationalCloud, isUnmanaged } = options;
  const details = { ...(raw && { raw }), cause };
  if (isUnmanaged) return new EvergrantError('tenant.unmanaged', { ...details, retry: 'after' });
  const code = `aadsts.${number}`;
  const row = microsoftRow(code);
  if (row === null || !isEntraCode(code)) {
    const kind = unknownKind(oauth);
    return new EvergrantError(kind.code, { ...details, params: { number }, retry: kind.retry });
  }
  const params = row.params?.includes('cloud')
    ? { cloud: cloudOfInstance(nationalCloud) }
    : undefined;
  return errorOf(
    { code, params: params ?? {}, retry: retryOf(row.retry), ...(raw && { raw }) },
    cause,
  );
}
