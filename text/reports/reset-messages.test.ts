import { describe, expect, test } from 'vitest';
import type { ConsentKit } from '../../electron/contract/consent-kit.ts';
import { resetState } from '../../electron/contract/reset.ts';
import type { ResetEvidence } from '../../electron/contract/reset.ts';
import { createText } from '../create-text.ts';
import { messageStepOf, resetMessage } from './reset-messages.ts';
import type { MessageStep, ResetMessageFacts } from './reset-messages.ts';

const text = createText('en');
const tenantId = '11111111-1111-4111-8111-111111111111';
const clientId = '22222222-2222-4222-8222-222222222222';
const objectId = '44444444-4444-4444-8444-444444444444';
const link = `https://login.microsoftonline.com/${tenantId}/adminconsent?client_id=${clientId}`;
const portalPage = `https://entra.microsoft.com/${tenantId}/#view/properties/${objectId}`;

const kit: ConsentKit = {
  tenant: {
    tenantId,
    profileId: '33333333-3333-4333-8333-333333333333',
    alias: 'Contoso',
    displayName: null,
    primaryDomain: 'contoso.example',
    initialDomain: null,
    verifiedDomains: [],
    formerDomains: [],
    tags: [],
    notes: null,
    addedAs: 'contoso.example',
    addedAt: '2026-11-24T12:00:00.000Z',
  },
  link,
  ending: 'microsoftPage',
  clientId,
  shownAs: { name: 'Acme Shield', publisher: null },
  connectorName: 'Our connector',
  requiredPermissions: [{ id: clientId, type: 'delegated', name: 'User.Read' }],
};
const before: ResetEvidence = {
  at: '2026-11-24T12:00:00.000Z',
  testedAt: null,
  servicePrincipalId: objectId,
  primaryDomain: 'old.example',
  initialDomain: null,
  verifiedDomains: [],
  permissions: [],
  sync: null,
};
const facts: ResetMessageFacts = {
  reset: { before, portalPage, purpose: 'reset' },
  connector: {
    name: 'Our connector',
    clientId,
    backend: {
      name: 'Palisade console',
      address: 'https://console.palisade.example/settings',
      words: 'Settings → Azure AD → Remove Grant',
    },
  },
  kit,
  practice: false,
};
const write = (step: MessageStep, changes: Partial<ResetMessageFacts> = {}) =>
  resetMessage(text, step, { ...facts, ...changes });
const steps: readonly MessageStep[] = ['vendor', 'deletion', 'granting', 'vendorGrant'];

test('only steps that the customer can do have a message', () => {
  expect(resetState.options.filter((state) => messageStepOf(state) !== null)).toEqual(steps);
});

describe.each(steps)('the message for %s', (step) => {
  test('says which application in which tenant, why, what to do, and has no gap in it', () => {
    const { subject, body } = write(step);
    expect(subject).toContain('Contoso');
    for (const part of [
      'Hello,',
      'Acme Shield',
      tenantId,
      clientId,
      'contoso.example',
      'What to do',
      '1. ',
      'Why',
    ]) {
      expect(body).toContain(part);
    }
    expect(`${subject}\n${body}`).not.toMatch(/\{\{|\bunknown\b|undefined|null|resetMessages/);
  });

  test('says PRACTICE there, and only there', () => {
    const { subject, body } = write(step, { practice: true });
    expect(subject).toMatch(/^PRACTICE: /);
    expect(body).toMatch(/^PRACTICE: /);
    expect(write(step).subject + write(step).body).not.toContain('PRACTICE');
  });
});

describe('the deletion', () => {
  test('has the deep link with the manual path beside it, the ids to compare, the role, and what is lost', () => {
    const { body } = write('deletion');
    for (const part of [
      portalPage,
      'search for “Acme Shield” → Manage → Properties',
      `Object ID: ${objectId}`,
      'contoso.example',
      'Cloud Application Administrator, Application Administrator, or Global Administrator',
      'Conditional Access',
      'Delete, then Yes',
    ]) {
      expect(body).toContain(part);
    }
  });

  test('without a deep link the manual path is the first step', () => {
    const { body } = write('deletion', {
      reset: { before: null, portalPage: null, purpose: 'reset' },
    });
    expect(body).toMatch(/1\. Sign in to the Entra portal.*“Acme Shield” → Manage → Properties/);
    expect(body).not.toContain('Object ID');
  });
});

test('the new grant carries the kit’s link, pinned to the tenant, its role and its ending', () => {
  const { subject, body } = write('granting');
  expect(subject).toContain('again');
  expect(body).toContain(`   ${link}\n`);
  expect(body).toContain('Privileged Role Administrator or Global Administrator');
  expect(body).toContain('the last page may not open');
  expect(body).toContain('If it lists more, select Cancel');
});

describe('the vendor’s backend', () => {
  test('has its address and its own words, and asks for a reply, because Evergrant cannot check it', () => {
    const { subject, body } = write('vendor');
    expect(subject).toContain('Palisade console');
    expect(body).toContain('https://console.palisade.example/settings');
    expect(body).toContain('Go to: Settings → Azure AD → Remove Grant.');
    expect(body).toContain('not at Microsoft');
    expect(body).toContain('Reply to this message when it’s done');
  });

  test('without address and words it still says what to look for', () => {
    const connector = {
      ...facts.connector,
      backend: { name: 'Palisade', address: null, words: '' },
    };
    expect(write('vendor', { connector }).body).toContain(
      '1. Sign in to Palisade.\n2. Open the page',
    );
    expect(write('vendorGrant', { connector }).body).toContain('and grant it again');
  });
});
