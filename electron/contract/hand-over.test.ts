import { describe, expect, it } from 'vitest';
import { isDesktop } from './hand-over.ts';

describe('telling the desktop from a browser', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux) Chrome/156.0.0.0 Electron/45.4.1 Safari/537.36', true],
    ['Mozilla/5.0 (X11; Linux) Chrome/156.0.0.0 Safari/537.36', false],
    ['', false],
  ])('%s', (userAgent, expected) => {
    expect(isDesktop(userAgent)).toBe(expected);
  });
});
