import type { Problem } from '../../contract/problem.ts';
import { errorOf, EvergrantError } from './evergrant-error.ts';
import { retryOf } from './table/row.ts';
import { isEntraCode, microsoftRow } from './table/table.ts';
import { cloudOfInstance } from './national-cloud.ts';
import { unknownKind } from './unknown-kind.ts';
import type { OauthAnswer } from './unknown-kind.ts';

/** What an Entra error text says of itself; the words around it are left behind. */
interface AadstsText {
  readonly number: string | null;
  readonly traceId: string | null;
  readonly correlationId: string | null;
  /** ISO 8601 UTC. */
  readonly at: string | null;
  /** What the text calls the national cloud that a tenant belongs to (AADSTS90038). */
  readonly nationalCloud: string | null;
  /** It says that nobody has taken the directory over yet, whatever number stands before it. */
  readonly isUnmanaged: boolean;
}

const guid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const traceId = new RegExp(`Trace ID:\\s*(${guid})`, 'i');
const correlationId = new RegExp(`Correlation ID:\\s*(${guid})`, 'i');

/**
 * Reads number, ids and time out of `AADSTSnnn: text Trace ID: … Correlation ID: … Timestamp: …`.
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

/** Raw details for a ticket. Fields that are not there are left out. */
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
 * The error of an AADSTS number: `aadsts.NNN`. 650051 and 65005 are also the numbers of a directory that nobody
 * has taken over, which is `tenant.unmanaged` and does not pass by waiting. A number that has no row becomes
 * `aadsts.unknown`, or what its OAuth error says of it (`aadsts.unknownSignIn`, ...), with the number
 * as a parameter.
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
