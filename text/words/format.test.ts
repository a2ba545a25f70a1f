import { expect, test } from 'vitest';
import { createText } from '../create-text.ts';
import { ageWords, durationWords, ticketTime, timeWords } from './format.ts';

const text = createText('en', { timeZone: 'Europe/Berlin' });
const now = Date.parse('2026-11-24T12:00:00Z');

test.each([
  ['2026-11-24T11:59:30Z', 'just now'],
  ['2026-11-24T11:59:00Z', '1 minute ago'],
  ['2026-11-24T09:30:00Z', '2 hours ago'],
  ['2026-11-21T11:00:00Z', '3 days ago'],
  ['2026-08-01T12:00:00Z', '3 months ago'],
  ['2024-11-01T12:00:00Z', '2 years ago'],
])('%s is “%s”', (instant, words) => {
  expect(ageWords(text, instant, now)).toBe(words);
});

test('a time on screen carries its zone', () => {
  expect(timeWords(text, '2026-11-24T12:00:00Z')).toMatch(/24 Nov 2026, 13:00:00 (CET|GMT\+1)/);
});

test('a time in a ticket has the zone and UTC, so that two offices read the same minute', () => {
  expect(ticketTime(text, '2026-11-24T12:00:00Z')).toMatch(
    /13:00:00 .*\(2026-11-24 12:00:00 UTC\)/,
  );
});

test.each([
  [0, '0 sec'],
  [1400, '2 sec'],
  [125_000, '2 min 5 sec'],
  [3_600_000, '1 hr'],
  [5_400_000, '1 hr 30 min'],
])('%d ms is “%s”', (milliseconds, words) => {
  expect(durationWords(text, milliseconds)).toBe(words);
});
