import type { Row } from './row.ts';

const registration = {
  retry: 'never',
  meaning: 'registration',
  who: 'registrationOwner',
  portal: 'registration',
} as const;
const registrationElsewhere = {
  retry: 'never',
  meaning: 'registration',
  who: 'registrationOwner',
} as const;
const request = { retry: 'never', meaning: 'request', who: 'support' } as const;

/**
 * AADSTS numbers about the connector: its registration, its credential, its requests. Sources: see
 * `table.ts`.
 */
export const entraConnectorRows = {
  'aadsts.50001': registrationElsewhere,
  'aadsts.50011': { ...registration, refusesRedirect: true },
  'aadsts.50194': registration,
  'aadsts.65005': registration,
  'aadsts.90008': registration,
  'aadsts.90092': registrationElsewhere,
  'aadsts.90130': registration,
  'aadsts.500113': registration,
  'aadsts.650054': registration,
  'aadsts.650056': { ...registration, retry: 'admin' },
  'aadsts.650057': registration,
  'aadsts.900971': { ...registration, refusesRedirect: true },
  'aadsts.1003031': registration,
  'aadsts.700027': { ...registration, meaning: 'unknownKey' },
  'aadsts.7000215': { ...registration, meaning: 'refusedSecret' },
  'aadsts.7000222': { ...registration, meaning: 'refusedSecret' },
  'aadsts.700025': { ...registration, meaning: 'credential' },
  'aadsts.7000218': { ...registration, meaning: 'credential' },
  'aadsts.700024': { retry: 'never', meaning: 'clock', who: 'you' },
  'aadsts.28002': request,
  'aadsts.70011': request,
  'aadsts.90013': request,
  'aadsts.700022': request,
  'aadsts.900144': request,
  'aadsts.9001023': request,
  'aadsts.9002313': request,
} as const satisfies Readonly<Record<string, Row>>;
