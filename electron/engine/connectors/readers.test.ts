import { describe, expect, it } from 'vitest';
import type { Profiles } from './profiles.ts';
import { createReaders } from './readers.ts';

type Ready = Awaited<ReturnType<Profiles['connector']>>;

const ready = (id: string, owner: 'ours' | 'vendor') =>
  ({ profile: { id, owner }, credential: null }) as Ready;

/**
 * The customer `contoso` has our connector, `fabrikam` a vendor's with a `reader`, `tailspin` a
 * vendor's without one.
 */
const readers = createReaders({
  profileIdOf: async (tenantId) =>
    ({ contoso: 'own', fabrikam: 'watched', tailspin: 'unwatched' })[tenantId] ?? '',
  readerId: async (profileId) => (profileId === 'watched' ? 'reader' : null),
  connector: async (profileId) =>
    ready(profileId, profileId.endsWith('watched') ? 'vendor' : 'ours'),
});
const idOf = async (connector: Promise<Ready>) => (await connector).profile.id;

describe('which connector reads a tenant', () => {
  it('is its own where the registration is ours', async () => {
    expect(await readers.readingOf('contoso')).toEqual({
      kind: 'own',
      connector: ready('own', 'ours'),
    });
    expect(await idOf(readers.connectorOf('contoso'))).toBe('own');
    await expect(readers.readerOf('contoso')).rejects.toMatchObject({ code: 'grant.noReader' });
    expect(await readers.profileIdsOf('own')).toEqual(['own']);
  });

  it('is the chosen reader where the registration is a vendor’s', async () => {
    expect(await readers.readingOf('fabrikam')).toMatchObject({
      kind: 'vendors',
      connector: { profile: { id: 'watched' } },
      reader: { profile: { id: 'reader' } },
    });
    expect(await idOf(readers.connectorOf('fabrikam'))).toBe('reader');
    expect(await idOf(readers.readerOf('fabrikam'))).toBe('reader');
    expect(await readers.profileIdsOf('watched')).toEqual(['watched', 'reader']);
  });

  it('is none where no reader is chosen', async () => {
    expect(await readers.readingOf('tailspin')).toMatchObject({ kind: 'vendors', reader: null });
    for (const asked of [readers.connectorOf('tailspin'), readers.readerOf('tailspin')]) {
      await expect(asked).rejects.toMatchObject({ code: 'grant.noReader' });
    }
  });
});
