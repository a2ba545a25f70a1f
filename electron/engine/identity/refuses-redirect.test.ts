import { expect, it } from 'vitest';
import { refusesRedirect } from './refuses-redirect.ts';

const asked = {
  tenantId: '0a1b2c3d-1111-4222-8333-444455556666',
  clientId: '22222222-2222-4222-8222-222222222222',
  redirectUri: 'http://localhost',
};
const cloud = { browserBaseUrl: 'https://login.example' };

it.each([
  ['<p>AADSTS50011: The redirect URI does not match.</p>', true],
  ['<p>AADSTS900971: No reply address provided.</p>', true],
  ['<p>AADSTS500113</p>', false],
  ['<title>Sign in to your account</title>', false],
])('the page %s says %s', async (page, refused) => {
  const urls: string[] = [];
  const send = async ({ url }: { readonly url: string }) => {
    urls.push(url);
    return new Response(page);
  };
  expect(await refusesRedirect({ send }, cloud, asked)).toBe(refused);
  const { origin, pathname, searchParams } = new URL(urls[0] ?? '');
  expect(`${origin}${pathname}`).toBe(
    `https://login.example/${asked.tenantId}/oauth2/v2.0/authorize`,
  );
  expect(searchParams.get('redirect_uri')).toBe('http://localhost');
  expect(searchParams.get('prompt')).toBe('none');
});

it('a redirect, or no answer, is no refusal', async () => {
  const send = () => Promise.reject(Object.assign(new Error('redirect'), { code: 'EREDIRECT' }));
  expect(await refusesRedirect({ send }, cloud, asked)).toBe(false);
});
