import type { Row } from './row.ts';

const notThere = { retry: 'wait', who: 'consentAdministrator' } as const;
const switchedOff = {
  retry: 'admin',
  meaning: 'switchedOff',
  who: 'customerAdministrator',
  portal: 'properties',
} as const;
const mayNotConsent = {
  retry: 'admin',
  meaning: 'mayNotConsent',
  who: 'consentAdministrator',
} as const;
const resourceMissing = {
  retry: 'admin',
  meaning: 'resourceMissing',
  who: 'customerAdministrator',
} as const;

/** AADSTS numbers about the enterprise application and its grant. Sources: see `table.ts`. */
export const entraGrantRows = {
  'aadsts.65001': { ...notThere, meaning: 'notConsented' },
  'aadsts.65004': { retry: 'never', meaning: 'declined', who: 'consentAdministrator' },
  'aadsts.650051': { retry: 'wait', meaning: 'race', who: 'you', portal: 'permissions' },
  'aadsts.700011': { ...notThere, meaning: 'unknownApplication' },
  'aadsts.700016': { ...notThere, meaning: 'unknownApplication' },
  'aadsts.7000229': { ...notThere, meaning: 'notInstalled' },
  'aadsts.70001': switchedOff,
  'aadsts.7000112': switchedOff,
  'aadsts.500014': { ...resourceMissing, demand: 'administrator', portal: 'applications' },
  'aadsts.650052': resourceMissing,
  'aadsts.50105': { ...switchedOff, meaning: 'notAssigned', demand: 'administrator' },
  'aadsts.90093': mayNotConsent,
  'aadsts.90094': mayNotConsent,
  'aadsts.90095': { ...mayNotConsent, portal: 'applications' },
  'aadsts.90099': mayNotConsent,
  'aadsts.900941': mayNotConsent,
  'aadsts.900981': mayNotConsent,
} as const satisfies Readonly<Record<string, Row>>;
