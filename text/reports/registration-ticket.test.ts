import { expect, test } from 'vitest';
import type { RegistrationReport } from '../../electron/contract/set-up.ts';
import { createText } from '../create-text.ts';
import { registrationTicket } from './registration-ticket.ts';

const tenantId = 'aaaaaaaa-0000-4000-8000-000000000000';
const report = {
  profile: {
    name: 'Acme Shield',
    clientId: '22222222-0000-4000-8000-000000000000',
    cloud: 'global',
    cloudLabel: 'Worldwide',
  },
  tenantId,
  checkedAt: '2026-11-25T10:00:00.000Z',
  checks: [
    {
      kind: 'certificate',
      verdict: 'wrong',
      found: 'keyUnknown',
      params: {},
      problem: {
        code: 'aadsts.700027',
        params: {},
        retry: 'never',
        raw: { code: 'AADSTS700027', correlationId: 'c0ffee00-0000-4000-8000-000000000000' },
      },
    },
  ],
} as unknown as RegistrationReport;

test('a ticket of a registration names connector, tenant, time, what is wrong and the raw code', () => {
  const ticket = registrationTicket(createText('en', { timeZone: 'UTC' }), report, 0, false);
  expect(ticket).toContain('Acme Shield (22222222-0000-4000-8000-000000000000)');
  expect(ticket).toContain(tenantId);
  expect(ticket).toContain('2026');
  expect(ticket).toContain('- Certificate: Wrong');
  expect(ticket).toContain('Upload certificate');
  expect(ticket).toContain('AADSTS700027');
  expect(ticket).toContain('c0ffee00-0000-4000-8000-000000000000');
});
