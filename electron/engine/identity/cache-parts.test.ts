import { describe, expect, it } from 'vitest';
import { joinParts, mergePart, splitCache } from './cache-parts.ts';

const tenantProfile = (tenantId: string) => JSON.stringify({ tenantId });
/** What MSAL stores for one account that has signed in to some tenants. */
const account = (id: string, tenants: readonly string[], refresh: string) => ({
  Account: {
    [`${id}-account`]: { home_account_id: id, tenantProfiles: tenants.map(tenantProfile) },
  },
  RefreshToken: { [`${id}-refresh`]: { home_account_id: id, secret: refresh } },
});
const part = (...of: Parameters<typeof account>) => JSON.stringify(account(...of));
const merged = (...of: Parameters<typeof mergePart>) =>
  JSON.parse(mergePart(...of) ?? 'null') as ReturnType<typeof account> | null;
const tenantsOf = (cache: ReturnType<typeof account> | null) =>
  cache?.Account['ada-account']?.tenantProfiles;

describe('the cache of several accounts', () => {
  it('is kept in one part for each, without tokens that are soon stale, and can be put together again', () => {
    const [ada, bob] = [account('ada', ['a', 'b'], '1'), account('bob', ['c'], '2')];
    const whole = {
      Account: { ...ada.Account, ...bob.Account },
      RefreshToken: { ...ada.RefreshToken, ...bob.RefreshToken },
    };
    const tokens = { AccessToken: { a: { home_account_id: 'ada', secret: 'hush' } } };
    const parts = splitCache(JSON.stringify({ ...whole, ...tokens }));
    expect([...parts.keys()]).toEqual(['ada', 'bob']);
    expect(JSON.parse(parts.get('bob') ?? '')).toEqual(bob);
    expect(JSON.parse(joinParts(parts.values()))).toEqual(whole);
  });

  it('is empty where it is no cache', () => {
    expect(splitCache('garbage').size).toBe(0);
    expect(splitCache('{"Account":{"x":{}}}').size).toBe(0);
  });
});

describe('two processes that renew the same account', () => {
  const base = part('ada', ['a'], '1');

  it('both keep what they have got', () => {
    const both = merged(base, part('ada', ['a', 'b'], '1'), part('ada', ['a', 'c'], '1'));
    expect(tenantsOf(both)).toEqual(['a', 'c', 'b'].map(tenantProfile));
  });

  it('the later refresh token counts, and an untouched one gives way', () => {
    const renewed = part('ada', ['a'], '2');
    expect(merged(base, renewed, base)?.RefreshToken['ada-refresh']?.secret).toBe('2');
    expect(merged(base, base, renewed)?.RefreshToken['ada-refresh']?.secret).toBe('2');
  });

  it('a sign-out by one is not undone by the other', () => {
    expect(mergePart(base, part('ada', ['a', 'b'], '2'), null)).toBeNull();
  });

  it('a new sign-in is kept', () => {
    expect(merged(null, base, null)).toEqual(JSON.parse(base));
  });

  it('who is signed in is never dropped in passing', () => {
    const emptied = JSON.stringify({ Account: {}, RefreshToken: {} });
    const left = merged(base, emptied, base);
    expect(Object.keys(left?.RefreshToken ?? {})).toEqual(['ada-refresh']);
    expect(tenantsOf(left)).toEqual([tenantProfile('a')]);
  });
});
