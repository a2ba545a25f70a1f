import { describe, expect, it } from 'vitest';
import { matchPath } from './match-path.ts';

describe('an address', () => {
  it.each([
    ['/', '/', {}],
    ['/groups', '/groups', {}],
    ['/groups/:tenant/:group', '/groups/1/a%20group', { tenant: '1', group: 'a group' }],
    ['/changes/:tenant/:from/:to', '//changes/1/2/3/', { tenant: '1', from: '2', to: '3' }],
    ['/connectors/new', '/connectors/new', {}],
  ])('of the pattern %s: %s', (pattern, path, named) => {
    expect(matchPath(pattern, path)).toEqual(named);
  });

  it.each([
    ['/groups', '/nonsense'],
    ['/groups', '/'],
    ['/groups/:tenant', '/groups'],
    ['/groups/:tenant', '/groups/%'],
    ['/groups/:tenant/:group', '/groups/1/%E0%A4%A'],
    ['/groups/:tenant/:group', '/groups/1/2/more'],
    ['/backup', '/backup/more'],
    ['/customers/:tenant/cause', '/customers/1/reset'],
  ])('that is none of %s: %s', (pattern, path) => {
    expect(matchPath(pattern, path)).toBeNull();
  });
});
