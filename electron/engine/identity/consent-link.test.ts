import { describe, expect, test } from 'vitest';
import type { VendorConsent } from '../../contract/vendor.ts';
import { clientId, connector, fabrikam } from '../../../test/support/fake-tenant.ts';
import { shortConsentLink, vendorConsentLink } from './consent-link.ts';
import { openConsentWithoutRedirect } from './consent-without-redirect.ts';

const vendors = (consent: VendorConsent | null) => ({
  ...connector,
  credential: null,
  profile: {
    ...connector.profile,
    owner: 'vendor' as const,
    vendor: { readerId: null, consent },
  },
});

describe('the link for a consent without a redirect to this computer', () => {
  test('is the short form, pinned to the tenant id, with nothing but the client id', () => {
    const short = `https://login.example/${fabrikam}/adminconsent?client_id=${clientId}`;
    expect(shortConsentLink(connector, fabrikam)).toBe(short);
    expect(vendorConsentLink(vendors(null), fabrikam)).toBe(short);
  });

  test('is the vendor’s own, with the customer’s tenant id', () => {
    const redirectUri = 'https://vendor.example/done?from=microsoft';
    const link = new URL(
      vendorConsentLink(
        vendors({ form: 'v2', scope: 'https://graph.microsoft.com/.default', redirectUri }),
        fabrikam,
      ),
    );
    expect(link.pathname).toBe(`/${fabrikam}/v2.0/adminconsent`);
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: clientId,
      scope: 'https://graph.microsoft.com/.default',
      redirect_uri: redirectUri,
    });
    const v1 = new URL(
      vendorConsentLink(vendors({ form: 'v1', scope: null, redirectUri }), fabrikam),
    );
    expect(v1.pathname).toBe(`/${fabrikam}/adminconsent`);
    expect([...v1.searchParams.keys()]).toEqual(['client_id', 'redirect_uri']);
  });

  test('waits for no answer, and ends when it is closed', async () => {
    const open = openConsentWithoutRedirect(vendors(null), fabrikam);
    const nobody = Promise.resolve('nobody answers');
    expect(await Promise.race([open.answer, nobody])).toBe('nobody answers');
    await open.close();
    await expect(open.answer).rejects.toThrow('cancelled');
  });
});
