import { describe, expect, it } from 'vitest';
import { isOpenable } from './links.ts';

const never = [
  'file:///C:/Windows/System32/calc.exe',
  'javascript:alert(1)',
  'data:text/html,x',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x',
  'smb://server/share',
  '\\\\server\\share',
  'http://learn.microsoft.com/',
  'https://user:secret@learn.microsoft.com/',
  'app://bundle/',
  'about:blank',
  '',
];

describe('addresses for the person’s own browser', () => {
  it.each(never)('%s is never opened', (address) => {
    expect(isOpenable(address, 'page')).toBe(false);
    expect(isOpenable(address, 'engine')).toBe(false);
  });

  it.each([
    'https://learn.microsoft.com/entra/identity/',
    'https://entra.microsoft.com/#view/Microsoft_AAD_IAM',
  ])('%s is opened for the page', (address) => {
    expect(isOpenable(address, 'page')).toBe(true);
  });

  it.each([
    'https://evil.example/?next=https://learn.microsoft.com/',
    'https://learn.microsoft.com.evil.example/',
    'https://learn.microsoft.com:8443/',
    'http://localhost:8080/',
  ])('%s is not opened for the page', (address) => {
    expect(isOpenable(address, 'page')).toBe(false);
  });

  it.each([
    'https://login.microsoftonline.com/contoso/v2.0/adminconsent',
    'https://vendor.example/consent',
    'http://localhost:41237/adminconsent',
    'http://127.0.0.1:41237/',
    'http://[::1]:41237/',
  ])('%s is opened for the engine', (address) => {
    expect(isOpenable(address, 'engine')).toBe(true);
  });

  it.each(['http://10.0.0.1/', 'http://localhost.evil.example/'])(
    '%s is not opened for the engine',
    (address) => {
      expect(isOpenable(address, 'engine')).toBe(false);
    },
  );
});
