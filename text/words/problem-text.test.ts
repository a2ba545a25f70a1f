import { describe, expect, it } from 'vitest';
import { createText } from '../create-text.ts';
import { describeProblem } from './problem-text.ts';

const text = createText('en', { timeZone: 'Europe/Berlin' });
const causeOf = (at: string) =>
  describeProblem(text, { code: 'grant.stale', params: { at } }).cause;

describe('the sentences of a problem', () => {
  it('shows a moment as other times are shown, in the reader’s zone', () => {
    expect(causeOf('2026-11-24T12:00:00.000Z')).toContain('24 Nov 2026, 13:00:00 CET');
  });

  it('leaves what is not a moment as it is', () => {
    expect(causeOf('noon')).toContain('noon');
  });
});
