import type { Millis } from '../ports.ts';

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
