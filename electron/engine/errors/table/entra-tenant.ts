import type { Row } from './row.ts';

const unknownTenant = { retry: 'never', meaning: 'unknownTenant', who: 'you' } as const;
const otherCloud = { retry: 'never', meaning: 'otherCloud', who: 'you' } as const;
const busy = { retry: 'transient', meaning: 'busy', who: 'nobody' } as const;

/** AADSTS numbers about the tenant and its cloud, and about the service itself. Sources: see `table.ts`. */
export const entraTenantRows = {
  'aadsts.50059': unknownTenant,
  'aadsts.50128': unknownTenant,
  'aadsts.90002': unknownTenant,
  'aadsts.90019': unknownTenant,
  'aadsts.900023': unknownTenant,
  'aadsts.90038': { ...otherCloud, params: ['cloud'] },
  'aadsts.500011': otherCloud,
  'aadsts.900382': otherCloud,
  'aadsts.900383': otherCloud,
  'aadsts.5000225': { retry: 'never', meaning: 'blockedTenant', who: 'customerAdministrator' },
  'aadsts.50033': busy,
  'aadsts.50087': busy,
  'aadsts.50196': { ...busy, retry: 'never', who: 'support' },
  'aadsts.90006': busy,
  'aadsts.90012': busy,
  'aadsts.90024': busy,
  'aadsts.90033': busy,
  'aadsts.90055': busy,
  'aadsts.90090': { ...busy, who: 'you' },
  'aadsts.90091': { ...busy, who: 'you' },
} as const satisfies Readonly<Record<string, Row>>;
