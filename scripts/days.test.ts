import { describe, expect, it } from 'vitest';
import { dayEnvironment, testDays } from './days.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

function begins(name: string): number {
  const day = testDays.find((one) => one.name === name);
  if (day === undefined) throw new Error(`no day ${name}`);
  return day.begins(now);
}

const local = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);

describe('the days on which tests run', () => {
  it('begin in the past, today and in more than a year', () => {
    expect(local(begins('30-days-ago'), 'UTC')).toBe('2026-10-25 12:00');
    expect(begins('today')).toBe(now);
    expect(local(begins('in-400-days'), 'UTC')).toBe('2027-12-29 12:00');
  });

  it('have a leap day, here and in UTC', () => {
    for (const zone of ['Asia/Kathmandu', 'UTC']) {
      expect(local(begins('leap-day'), zone)).toMatch(/^2028-02-29/);
    }
  });

  it('have a night in which the local clock jumps during the run', () => {
    const begun = begins('daylight-saving');
    expect(local(begun + 9 * 60_000, 'America/Los_Angeles')).toBe('2027-03-14 01:59');
    expect(local(begun + 10 * 60_000, 'America/Los_Angeles')).toBe('2027-03-14 03:00');
  });

  it('are reached by an offset, so that time goes on', () => {
    expect(dayEnvironment('/lib.so', 86_400_000, 'UTC')).toMatchObject({ FAKETIME: '+86400' });
    expect(dayEnvironment('/lib.so', -1000, 'UTC')).toMatchObject({ FAKETIME: '-1' });
  });
});
