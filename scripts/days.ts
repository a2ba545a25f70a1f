import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A day on which the tests must pass, and the time zone in which they then run. */
export interface TestDay {
  readonly name: string;
  readonly timeZone: string;
  /** When its run begins, in milliseconds since 1970; `now` is the real moment. */
  readonly begins: (now: number) => number;
}

const dayMs = 86_400_000;

/** Before and after whatever a test has fixed, and the days on which calendars go wrong. */
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
    // Ten minutes into the run, the local time goes from 02:00 to 03:00.
    name: 'daylight-saving',
    timeZone: 'America/Los_Angeles',
    begins: () => Date.parse('2027-03-14T01:50:00-08:00'),
  },
];

/** What a person has to do when libfaketime was not found. */
export const missingFaketimeSentence =
  'Other days need libfaketime, which runs on Linux: on Debian "apt-get install libfaketime", then try again.';

/** The libfaketime for programs with threads, where Debian and other distributions put it. */
export function findFaketime(): string | undefined {
  const ofDebian = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu'))
    : [];
  return [...ofDebian.map((name) => path.join('/usr/lib', name)), '/usr/lib64', '/usr/lib']
    .map((folder) => path.join(folder, 'faketime/libfaketimeMT.so.1'))
    .find((file) => existsSync(file));
}

/**
 * The environment of a program that lives on another day. Time goes on from there, in its child processes
 * and threads too; monotonic time and the times of files are the real ones.
 *
 * @param aheadMs how far its day is from today, in milliseconds.
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
