import { describe, expect, it } from 'vitest';
import { createText } from '../../text/create-text.ts';
import type { TenantRow } from '../contract/tenant.ts';
import { clientIdOf } from './client-id.ts';
import { findProfile, findTenant } from './find-one.ts';

const text = createText();

function customer(number: number, labels: Partial<TenantRow>): TenantRow {
  return {
    tenantId: `00000000-0000-4000-8000-00000000000${number}`,
    profileId: '10000000-0000-4000-8000-000000000000',
    alias: null,
    displayName: null,
    primaryDomain: null,
    initialDomain: null,
    verifiedDomains: [],
    formerDomains: [],
    tags: [],
    notes: null,
    addedAs: `customer${number}.example`,
    addedAt: '2026-01-01T00:00:00.000Z',
    status: { kind: 'unknown', stale: false, since: null, attention: [], reasons: [] },
    quietWatch: null,
    lastTestAt: null,
    lastSync: null,
    ...labels,
  };
}

const fabrikam = customer(1, {
  displayName: 'Fabrikam',
  primaryDomain: 'fabrikam.example',
  verifiedDomains: ['fabrikam.example', 'fabrikam.onmicrosoft.example'],
});
const contoso = customer(2, { displayName: 'Contoso', alias: 'The bakery' });
const namesake = customer(3, { displayName: 'Contoso' });
const confusing = customer(4, { alias: 'fabrikam.example' });
const wingtip = customer(5, { displayName: 'Wingtip\u200e (NL)' });
const tenants = [fabrikam, contoso, namesake, confusing];

describe('which customer is meant', () => {
  it.each([
    ['00000000-0000-4000-8000-000000000001', fabrikam],
    ['FABRIKAM.onmicrosoft.example', fabrikam],
    ['customer2.example', contoso],
    ['the bakery', contoso],
    ['Fabrikam', fabrikam],
  ])('%s', (query, expected) => {
    expect(findTenant(text, tenants, query)).toBe(expected);
  });

  it('a domain counts before an alias that looks like one', () => {
    expect(findTenant(text, tenants, 'fabrikam.example')).toBe(fabrikam);
  });

  it.each([
    ['\u200eFabrikam.example\u200f', fabrikam],
    ['"fabrikam.example"', fabrikam],
    ['(Fabrikam),', fabrikam],
    ['‘The bakery’', contoso],
    ['{00000000-0000-4000-8000-000000000001}', fabrikam],
    ['https://entra.microsoft.com/00000000-0000-4000-8000-000000000001/', fabrikam],
    ['https://www.fabrikam.example/', fabrikam],
    ['sanne@fabrikam.example', fabrikam],
    ['Wingtip (NL)', wingtip],
    ['Wingtip\u200b (NL)', wingtip],
  ])('pasted as %j', (query, expected) => {
    expect(findTenant(text, [...tenants, wingtip], query)).toBe(expected);
  });

  it('what is refused is shown with the characters that no screen shows', () => {
    expect(() => findTenant(text, tenants, 'Litware\u00a0\u200b Inc\u202e')).toThrow(
      '“Litware[U+00A0][U+200B] Inc[U+202E]”',
    );
    expect(() => findProfile(text, [], 'Vendor\u200e')).toThrow('“Vendor[U+200E]”');
    const clientId = '0c0c0c0c\u00a0-0000-4000-8000-000000000001';
    expect(() => clientIdOf(text, clientId)).toThrow('“0c0c0c0c[U+00A0]-0000');
  });

  it('several of one name are listed by id, and none is guessed', () => {
    expect(() => findTenant(text, tenants, 'contoso')).toThrow(
      /several customers.*…?000000000002 \(The bakery\), .*000000000003 \(Contoso\)/,
    );
  });

  it('an unknown one says where to look', () => {
    expect(() => findTenant(text, tenants, 'nobody')).toThrow('evergrant tenants list');
  });
});
