import { describe, expect, it } from 'vitest';
import { isOwnUrl } from './origin.ts';

describe('our own pages', () => {
  it.each(['app://bundle/', 'app://bundle/customers/1?tab=groups#top'])('%s is ours', (address) => {
    expect(isOwnUrl(address)).toBe(true);
  });

  it.each([
    'https://bundle/',
    'app://bundle.example/',
    'app://bundle:8080/',
    'app://evil@bundle/',
    'app://evil/?next=app://bundle/',
    'https://evil.example/?next=app://bundle/',
    'file:///app/bundle/index.html',
    'about:blank',
    'data:text/html,app://bundle/',
    'javascript:app://bundle/',
    '',
    'not an address',
  ])('%s is not ours', (address) => {
    expect(isOwnUrl(address)).toBe(false);
  });
});
