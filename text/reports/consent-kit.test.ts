import { expect, test } from 'vitest';
import type { ConsentKit } from '../../electron/contract/consent-kit.ts';
import { kitMessage } from './consent-kit.ts';
import { createText } from '../create-text.ts';

const text = createText('en');
const tenantId = '11111111-1111-4111-8111-111111111111';
const clientId = '22222222-2222-4222-8222-222222222222';

const kit: ConsentKit = {
  tenant: {
    tenantId,
    profileId: '33333333-3333-4333-8333-333333333333',
    alias: 'Contoso',
    displayName: null,
    primaryDomain: null,
    initialDomain: null,
    verifiedDomains: [],
    formerDomains: [],
    tags: [],
    notes: null,
    addedAs: 'contoso.example',
    addedAt: '2026-11-24T12:00:00.000Z',
  },
  link: `https://login.microsoftonline.com/${tenantId}/adminconsent?client_id=${clientId}`,
  ending: 'microsoftPage',
  clientId,
  shownAs: { name: 'Acme Shield', publisher: 'Acme Ltd' },
  connectorName: 'Our connector',
  requiredPermissions: [
    { id: clientId, type: 'delegated', name: 'User.Read' },
    { id: tenantId, type: 'application', name: 'Directory.Read.All' },
  ],
};
const body = (changes: Partial<ConsentKit> = {}) => kitMessage(text, { ...kit, ...changes }).body;

test('the message has the link, the role, the name, the publisher and each permission in plain words', () => {
  expect(kitMessage(text, kit).subject).toBe('Please approve “Acme Shield” for Contoso');
  for (const part of [
    kit.link,
    'Privileged Role Administrator or Global Administrator',
    'Application: Acme Shield',
    'Publisher: Acme Ltd (verified)',
    clientId,
    tenantId,
    'exactly these 2',
    '- Sign in and read user profile: Lets a technician sign in',
    '- Read directory data: Reads names, groups, and domains.',
    'It can’t change, add, or delete anything',
    'If it lists more, select Cancel',
  ]) {
    expect(body()).toContain(part);
  }
});

test('without a landing page it says that the last page may not open and that this is the end', () => {
  expect(body()).toContain('the last page may not open');
  expect(body()).toContain('You’re done either way');
  expect(body({ ending: 'landingPage' })).not.toContain('may not open');
  expect(body({ ending: 'landingPage' })).toContain('Our page opens.');
});

test('names an unverified publisher, and one that could not be looked up', () => {
  expect(body({ shownAs: { name: 'Acme Shield', publisher: null } })).toContain(
    'Publisher: unverified.',
  );
  const unknown = body({ shownAs: null });
  expect(unknown).toContain('the name may differ from “Our connector”');
  expect(unknown).toContain('we couldn’t look it up');
});
