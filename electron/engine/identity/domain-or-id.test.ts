import { describe, expect, it } from 'vitest';
import { namesToTry, readTenantName, writtenName } from './domain-or-id.ts';

const id = '0a1b2c3d-1111-4222-8333-444455556666';

it.each([
  ['jane@contoso.com', ['contoso.com']],
  ['https://www.contoso.com/about', ['www.contoso.com', 'contoso.com']],
  ['www.müller.de', ['www.müller.de', 'müller.de']],
  ['www.com', ['www.com']],
  [id, [id]],
])('%s is tried as %j', (typed, names) => {
  expect(namesToTry(typed).map(writtenName)).toEqual(names);
});

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
    ['\u200econtoso.com', 'domain', 'contoso.com'],
    ['con\u00adtoso.com\ufeff', 'domain', 'contoso.com'],
    ['\u00a0\u201ccontoso.com\u201d,', 'domain', 'contoso.com'],
    ["'contoso.com';", 'domain', 'contoso.com'],
    ['(contoso.com).', 'domain', 'contoso.com'],
    ['<jane@contoso.com>', 'domain', 'contoso.com'],
    [`\u202a${id}\u202c`, 'id', id],
    [`https://login.microsoftonline.com/${id}/oauth2/v2.0/token`, 'id', id],
    ['https://login.microsoftonline.us/contoso.onmicrosoft.us', 'domain', 'contoso.onmicrosoft.us'],
    ['login.microsoftonline.com/contoso.com/v2.0', 'domain', 'contoso.com'],
    ['https://portal.azure.com/#@contoso.com/resource/x', 'domain', 'contoso.com'],
    [`https://portal.azure.com/${id}#blade/Microsoft_AAD_IAM`, 'id', id],
    [`https://entra.microsoft.com/?tenantId=${id}#view/Apps`, 'id', id],
    [`https://security.microsoft.com/homepage?tid=${id}`, 'id', id],
    [`https://partner.microsoft.com/dashboard/v2/customers/${id}/details`, 'id', id],
    ['https://admin.microsoft.com/?delegatedOrg=contoso.com', 'domain', 'contoso.com'],
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
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    'https://portal.azure.com/#home',
    `https://entra.microsoft.com/#view/App/appId/${id}`,
    '',
  ])('not %s', (typed) => {
    expect(() => readTenantName(typed)).toThrow(
      expect.objectContaining({ code: 'tenant.badDomain' }),
    );
  });

  it('shows what no screen shows, where it still fails', () => {
    expect(() => readTenantName('\u200econtoso\u00a0com')).toThrow(
      expect.objectContaining({ params: { input: '[U+200E]contoso[U+00A0]com' } }),
    );
  });
});
