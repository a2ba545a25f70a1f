import { expect, test } from 'vitest';
import { connector, fabrikam } from '../../../../../test/support/fake-tenant.ts';
import { kitLink } from './kit-link.ts';

const { clientId } = connector.profile;
const host = connector.cloud.browserBaseUrl;

test('without a landing page it is the short form, pinned to the tenant id', () => {
  expect(kitLink(connector, fabrikam)).toBe(
    `${host}/${fabrikam}/adminconsent?client_id=${clientId}`,
  );
});

test('with one it ends there, and never at this computer', () => {
  const landingPage = 'https://msp.example/thanks';
  const link = new URL(
    kitLink({ ...connector, profile: { ...connector.profile, landingPage } }, fabrikam),
  );
  expect(link.pathname).toContain(`/${fabrikam}/v2.0/adminconsent`);
  expect(link.searchParams.get('redirect_uri')).toBe(landingPage);
  expect(link.searchParams.get('client_id')).toBe(clientId);
  expect(link.searchParams.get('scope')).toMatch(/\/\.default$/);
  expect(link.href).not.toMatch(/localhost|127\.0\.0\.1/);
});
