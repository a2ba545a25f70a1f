import { describe, expect, it } from 'vitest';
import { forgetTenant } from './forget-tenant.ts';

const customer = '0a1b2c3d-1111-4222-8333-444455556666';
const other = '0a1b2c3d-9999-4222-8333-444455556666';

/** A partner's account that reaches both tenants, and an account that knows the customer alone. */
const cache = JSON.stringify({
  Account: {
    partner: {
      home_account_id: 'partner',
      realm: 'home',
      tenantProfiles: [JSON.stringify({ tenantId: customer }), JSON.stringify({ tenantId: other })],
    },
    local: { home_account_id: 'local', realm: customer, tenantProfiles: [] },
  },
  IdToken: {
    a: { home_account_id: 'partner', realm: customer },
    b: { home_account_id: 'partner', realm: other },
    c: { home_account_id: 'local', realm: customer },
  },
  AccessToken: { d: { home_account_id: 'partner', realm: customer, secret: 's' } },
  RefreshToken: {
    e: { home_account_id: 'partner', secret: 'r1' },
    f: { home_account_id: 'local', secret: 'r2' },
  },
  AppMetadata: { g: {} },
});

describe('forgetting a tenant', () => {
  it('keeps the partner account signed in elsewhere and drops all else of this tenant', () => {
    expect(JSON.parse(forgetTenant(cache, customer) ?? '')).toEqual({
      Account: {
        partner: {
          home_account_id: 'partner',
          realm: 'home',
          tenantProfiles: [JSON.stringify({ tenantId: other })],
        },
      },
      IdToken: { b: { home_account_id: 'partner', realm: other } },
      AccessToken: {},
      RefreshToken: { e: { home_account_id: 'partner', secret: 'r1' } },
      AppMetadata: { g: {} },
    });
  });

  it('leaves nothing when nobody is signed in elsewhere', () => {
    const left = forgetTenant(cache, customer) ?? '';
    expect(forgetTenant(left, other)).toBeNull();
  });

  it('treats what is no cache as empty', () => {
    expect(forgetTenant('garbage', customer)).toBeNull();
  });
});
