import { describe, expect, it } from 'vitest';
import { findBrowser } from './find-browser.ts';

describe('the browser for end-to-end tests', () => {
  it('is the first candidate that exists', () => {
    const found = findBrowser(['/a', '/b', '/c'], (path) => path !== '/a');
    expect(found).toBe('/b');
  });

  it('passes over what is not set', () => {
    expect(findBrowser([undefined, '', '/b'], () => true)).toBe('/b');
  });

  it('is undefined where there is none', () => {
    expect(findBrowser(['/a'], () => false)).toBeUndefined();
  });
});
