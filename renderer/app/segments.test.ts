import { describe, expect, it } from 'vitest';
import { segmentsOf } from './segments.ts';

describe('the segments of an address', () => {
  it.each([
    ['/', []],
    ['/groups', ['groups']],
    ['/groups/1/a%20group', ['groups', '1', 'a group']],
    ['//changes/1/2/3/', ['changes', '1', '2', '3']],
  ])('of %s are %j', (path, segments) => {
    expect(segmentsOf(path)).toEqual(segments);
  });

  it.each([
    '/nonsense',
    '/constructor',
    '/groups/%',
    '/groups/1/%E0%A4%A',
    '/groups/1/2/more',
    '/activity/1/more',
    '/backup/more',
  ])('there are none of %s', (path) => {
    expect(segmentsOf(path)).toBeNull();
  });
});
