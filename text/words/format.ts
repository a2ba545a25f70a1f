import type { Text } from '../create-text.ts';

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/**
 * How long ago a moment was, in words: "3 days ago", "in 2 hours", "just now" below a minute.
 *
 * @param instant ISO 8601
 * @param now milliseconds UTC
 */
export function ageWords(text: Text, instant: string, now: number): string {
  const difference = Date.parse(instant) - now;
  for (const [unit, size] of steps) {
    if (Math.abs(difference) >= size) {
      return new Intl.RelativeTimeFormat(text.locale, { numeric: 'always' }).format(
        Math.trunc(difference / size),
        unit,
      );
    }
  }
  return text.t('common:justNow');
}

/** A moment with its zone, for screens: "24 Nov 2026, 14:03:22 GMT+1". */
export function timeWords(text: Text, instant: string): string {
  return new Intl.DateTimeFormat(text.locale === 'en' ? 'en-GB' : text.locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    ...(text.timeZone !== undefined && { timeZone: text.timeZone }),
  }).format(new Date(instant));
}

/** A moment without seconds and zone, for short lines: "24 Nov, 14:03". */
export function dayAndClockWords(text: Text, instant: string): string {
  return new Intl.DateTimeFormat(text.locale === 'en' ? 'en-GB' : text.locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...(text.timeZone !== undefined && { timeZone: text.timeZone }),
  }).format(new Date(instant));
}

/** The day of a moment: "24 Nov 2026". */
export function dayWords(text: Text, instant: string): string {
  return new Intl.DateTimeFormat(text.locale === 'en' ? 'en-GB' : text.locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(text.timeZone !== undefined && { timeZone: text.timeZone }),
  }).format(new Date(instant));
}

/** The time of day of a moment, next to its day: "14:03:22". */
export function clockWords(text: Text, instant: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    ...(text.timeZone !== undefined && { timeZone: text.timeZone }),
  }).format(new Date(instant));
}

/** A moment for a ticket: the reader's zone, then UTC, so that two offices read the same minute. */
export function ticketTime(text: Text, instant: string): string {
  const utc = `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
  return `${timeWords(text, instant)} (${utc})`;
}

/** A number with the locale's separators. */
export function numberWords(text: Text, value: number): string {
  return value.toLocaleString(text.locale);
}

/** A length of time in words: "2 min 5 s", "40 s". Never negative. */
export function durationWords(text: Text, milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const unit = (value: number, name: 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(text.locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(
      value,
    );
  if (seconds < 60) return unit(seconds, 'second');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    const rest = seconds % 60;
    return rest === 0 || minutes >= 10
      ? unit(minutes, 'minute')
      : `${unit(minutes, 'minute')} ${unit(rest, 'second')}`;
  }
  const rest = minutes % 60;
  return rest === 0
    ? unit(minutes / 60, 'hour')
    : `${unit(Math.floor(minutes / 60), 'hour')} ${unit(rest, 'minute')}`;
}
