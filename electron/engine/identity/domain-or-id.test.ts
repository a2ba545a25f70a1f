import { describe, expect, it } from 'vitest';
import { readTenantName } from './domain-or-id.ts';

const id = '0a1b2c3d-1111-4222-8333-444455556666';

describe('what names a tenant', () => {
  it.each([
    ['contoso.com', 'domain', 'contoso.com'],
    ['  Contoso.COM. ', 'domain', 'contoso.com'],
    ['https://www.contoso.com/about?x=1', 'domain', 'www.contoso.com'],
    ['contoso.com/', 'domain', 'contoso.com'],
    ['jane@contoso.com', 'domain', 'contoso.com'],
    ['contoso.onmicrosoft.com', 'domain', 'contoso.onmicrosoft.com'],
    ['müller.de', 'domain', 'xn--mller-kva.de'],
    [id.toUpperCase(), 'id', id],
    [`{${id}}`, 'id', id],
  ])('%s', (typed, kind, value) => {
    expect(readTenantName(typed)).toEqual({ kind, value });
  });

  it.each([
    'contoso',
    'common',
    'organizations',
    '192.168.1.1',
    'a b.com',
    'contoso..com',
    '-contoso.com',
    'contoso.com%2f..',
    '../contoso.com',
    `${'a'.repeat(64)}.com`,
    'https://',
    '',
  ])('not %s', (typed) => {
    expect(() => readTenantName(typed)).toThrow(
      expect.objectContaining({ code: 'tenant.badDomain' }),
    );
  });
});
