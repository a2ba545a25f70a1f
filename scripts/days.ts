import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A day on which the tests must pass, and the time zone of its run. */
export interface TestDay {
  readonly name: string;
  readonly timeZone: string;
  /** The start of the run, in milliseconds since 1970; `now` is the real time. */
  readonly begins: (now: number) => number;
}

const dayMs = 86_400_000;

/** Days before and after all dates fixed in tests, and days with calendar irregularities. */
export const testDays: readonly TestDay[] = [
  { name: '30-days-ago', timeZone: 'Asia/Kathmandu', begins: (now) => now - 30 * dayMs },
  { name: 'today', timeZone: 'UTC', begins: (now) => now },
  { name: 'in-400-days', timeZone: 'America/Los_Angeles', begins: (now) => now + 400 * dayMs },
  {
    name: 'leap-day',
    timeZone: 'Asia/Kathmandu',
    begins: () => Date.parse('2028-02-29T12:00:00+05:45'),
  },
  {
    // Ten minutes into the run, the local time jumps from 02:00 to 03:00.
    name: 'daylight-saving',
    timeZone: 'America/Los_Angeles',
    begins: () => Date.parse('2027-03-14T01:50:00-08:00'),
  },
];

/** What to do when libfaketime is missing. */
export const missingFaketimeSentence =
  'Other days need libfaketime, which runs on Linux: on Debian "apt-get install libfaketime", then try again.';

/** The libfaketime for multithreaded programs, at the path that Debian and other distributions use. */
export function findFaketime(): string | undefined {
  const ofDebian = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu'))
    : [];
  return [...ofDebian.map((name) => path.join('/usr/lib', name)), '/usr/lib64', '/usr/lib']
    .map((folder) => path.join(folder, 'faketime/libfaketimeMT.so.1'))
    .find((file) => existsSync(file));
}

/**
 * The environment in which a program sees another day. Its time, including that of child processes and
 * threads, continues from there; monotonic time and file times are real.
 *
 * @param aheadMs how far the day is from today, in milliseconds.
 * Source: the README of libfaketime 0.9.10.
 */
export function dayEnvironment(
  library: string,
  aheadMs: number,
  timeZone: string,
): Record<string, string> {
  const seconds = Math.round(aheadMs / 1000);
  return {
    TZ: timeZone,
    LD_PRELOAD: library,
    FAKETIME: `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    NO_FAKE_STAT: '1',
  };
}
