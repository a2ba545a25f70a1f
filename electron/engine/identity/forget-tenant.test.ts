import { describe, expect, it } from 'vitest';
import { accountThatStays, forgetTenant } from './forget-tenant.ts';

const customer = '0a1b2c3d-1111-4222-8333-444455556666';
const other = '0a1b2c3d-9999-4222-8333-444455556666';
const profile = (tenantId: string) => JSON.stringify({ tenantId });

/** A partner's account that can sign in to both tenants. */
const partner = JSON.stringify({
  Account: {
    key: {
      home_account_id: 'partner',
      realm: 'home',
      username: 'sanne@partner.example',
      tenantProfiles: [profile(customer), profile(other)],
    },
  },
  RefreshToken: { refresh: { home_account_id: 'partner', secret: 'r1' } },
});

describe('forgetting a tenant', () => {
  it('keeps an account signed in that serves another', () => {
    expect(JSON.parse(forgetTenant(partner, customer) ?? '')).toEqual({
      Account: {
        key: {
          home_account_id: 'partner',
          realm: 'home',
          username: 'sanne@partner.example',
          tenantProfiles: [profile(other)],
        },
      },
      RefreshToken: { refresh: { home_account_id: 'partner', secret: 'r1' } },
    });
  });

  it('leaves nothing of an account that served it alone', () => {
    const left = forgetTenant(partner, customer) ?? '';
    expect(forgetTenant(left, other)).toBeNull();
    const local = { Account: { key: { home_account_id: 'local', realm: customer } } };
    expect(forgetTenant(JSON.stringify(local), customer)).toBeNull();
  });

  it('names the account that stays signed in because it serves another', () => {
    expect(accountThatStays(partner, customer)).toBe('sanne@partner.example');
    const left = forgetTenant(partner, customer) ?? '';
    expect(accountThatStays(left, customer)).toBeNull();
    expect(accountThatStays(left, other)).toBeNull();
    expect(accountThatStays('garbage', customer)).toBeNull();
  });

  it('treats what is no cache as empty', () => {
    expect(forgetTenant('garbage', customer)).toBeNull();
  });
});
