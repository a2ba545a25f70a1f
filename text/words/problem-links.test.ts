import { describe, expect, it } from 'vitest';
import type { PortalPage } from '../../electron/contract/problem.ts';
import { createText } from '../create-text.ts';
import { problemLinks } from './problem-links.ts';
import type { ProblemPlace } from './problem-links.ts';

const text = createText('en');
const place: ProblemPlace = {
  pages: { portal: 'https://entra.microsoft.us', explanations: 'https://login.microsoftonline.us' },
  tenantId: '0a1b2c3d-1111-4222-8333-444455556666',
  clientId: '22222222-2222-4222-8222-222222222222',
  servicePrincipalId: '33333333-3333-4333-8333-333333333333',
};
/** The pages that the engine names for these codes. */
const pages: Readonly<Record<string, PortalPage>> = {
  'aadsts.7000112': 'properties',
  'aadsts.50011': 'registration',
  'grant.disabled': 'properties',
};
const linksOf = (code: string, given: Partial<ProblemPlace> = {}, raw?: { code: string }) => {
  const problem = { code, params: {}, portal: pages[code], ...(raw && { raw }) };
  return problemLinks(text, problem, { ...place, ...given }).map(({ url }) => url);
};
const inTenant = `https://entra.microsoft.us/${place.tenantId}/#view/Microsoft_AAD_IAM`;

describe('the pages that help with a problem', () => {
  it('are the switch of the enterprise application and the number’s explanation, in the customer’s cloud', () => {
    expect(linksOf('aadsts.7000112')).toEqual([
      `${inTenant}/ManagedAppMenuBlade/~/Properties/objectId/${place.servicePrincipalId}/appId/${place.clientId}`,
      'https://login.microsoftonline.us/error?code=7000112',
    ]);
  });

  it('are the list of applications while the object id is not known', () => {
    expect(linksOf('grant.disabled', { servicePrincipalId: null })).toEqual([
      `${inTenant}/StartboardApplicationsMenuBlade/~/AppAppsPreview`,
    ]);
  });

  it('are the registration, in whichever tenant it lies', () => {
    expect(linksOf('aadsts.50011')[0]).toBe(
      `https://entra.microsoft.us/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/${place.clientId}`,
    );
  });

  it('explain the number behind one of our own codes', () => {
    expect(linksOf('consent.declined', {}, { code: 'AADSTS65004' })).toEqual([
      'https://login.microsoftonline.us/error?code=65004',
    ]);
  });

  it('are none where nothing of Microsoft’s helps', () => {
    expect(linksOf('export.notWritten')).toEqual([]);
    expect(linksOf('aadsts.7000112', { pages: { portal: null, explanations: null } })).toEqual([]);
  });

  it('never hold anything but ids and digits', () => {
    const forged = { tenantId: 'contoso.com/../x', clientId: 'Contoso & Sons' };
    expect(linksOf('aadsts.50011', forged, { code: 'AADSTS50011&next=evil' })).toEqual([]);
    expect(linksOf('aadsts.7000112', forged)).toEqual([
      'https://login.microsoftonline.us/error?code=7000112',
    ]);
  });
});
