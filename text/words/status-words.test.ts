import { expect, test } from 'vitest';
import type { GrantStatus } from '../../electron/contract/grant.ts';
import { createText } from '../create-text.ts';
import { permissionWords, statusWords } from './status-words.ts';

const text = createText('en');
const now = Date.parse('2026-11-24T12:00:00Z');
const status = (kind: GrantStatus['kind'], stale = false): GrantStatus => ({
  kind,
  stale,
  since: '2026-11-21T12:00:00Z',
  attention: [],
  reasons: [],
});

test('each status has exactly the words of the product', () => {
  const kinds: readonly GrantStatus['kind'][] = [
    'granted',
    'onRecord',
    'consenting',
    'propagating',
    'partial',
    'couldNotTell',
    'broken',
    'notGranted',
    'removed',
    'unknown',
  ];
  expect(kinds.map((kind) => statusWords(text, status(kind), now))).toEqual([
    'Connected',
    'Granted on record',
    'Waiting for the administrator',
    'Granted; Microsoft is applying it',
    'Incomplete',
    'Couldn’t verify',
    'Connection broken',
    'Not granted',
    'Removed from Evergrant',
    'Not tested yet',
  ]);
});

test('a stale green says when it was green', () => {
  expect(statusWords(text, status('granted', true), now)).toBe('Last verified 3 days ago');
});

test('a permission without words of its own keeps its Graph name', () => {
  expect(permissionWords(text, { name: 'Directory.Read.All' })).toBe('Read directory data');
  expect(permissionWords(text, { name: 'Sites.Read.All' })).toBe('Sites.Read.All');
});
