import type { Millis } from '../kernel/ports.ts';

/** The time of an answer by its Date header, to the second; null when it has none. Milliseconds UTC. */
export function dateOf(headers: Pick<Headers, 'get'>): Millis | null {
  const moment = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(moment) ? null : moment;
}

/** How long an answer asks to wait: a date in it is measured by the answer's own clock, if it gives one. */
export function toldWait(headers: Pick<Headers, 'get'>, now: Millis): Millis | null {
  return parseRetryAfter(headers.get('retry-after'), dateOf(headers) ?? now);
}

/**
 * A Retry-After header in milliseconds from now, rounded up; null when it is absent or unreadable.
 * Seconds (Graph sends fractions, e.g. `2.128`) or an HTTP date.
 *
 * Source: RFC 9110 §10.2.3; learn.microsoft.com/graph/throttling.
 */
export function parseRetryAfter(value: string | null, now: Millis): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  if (!/[A-Za-z]{3}/.test(text)) return null;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : Math.max(0, moment - now);
}
