import type { Row } from './row.ts';

const signIn = { retry: 'interactive', who: 'you', demand: 'signIn' } as const;
const unknownAccount = { ...signIn, meaning: 'unknownAccount' } as const;
const wrongAccount = { ...signIn, meaning: 'wrongAccount' } as const;
const session = { ...signIn, meaning: 'session' } as const;
const account = { ...signIn, meaning: 'account' } as const;
const askedForMore = { ...signIn, meaning: 'signInRule' } as const;
const rule = {
  retry: 'admin',
  meaning: 'signInRule',
  who: 'customerAdministrator',
  demand: 'administrator',
} as const;

/** AADSTS numbers about the account that signs in, and its rules. Sources: see `table.ts`. */
export const entraAccountRows = {
  'aadsts.50014': unknownAccount,
  'aadsts.50020': unknownAccount,
  'aadsts.50034': unknownAccount,
  'aadsts.51004': unknownAccount,
  'aadsts.90072': unknownAccount,
  'aadsts.16000': wrongAccount,
  'aadsts.500208': wrongAccount,
  'aadsts.50058': session,
  'aadsts.50089': session,
  'aadsts.50132': session,
  'aadsts.50133': session,
  'aadsts.50173': session,
  'aadsts.54005': session,
  'aadsts.70000': session,
  'aadsts.70008': session,
  'aadsts.70043': session,
  'aadsts.501481': session,
  'aadsts.700003': session,
  'aadsts.700005': session,
  'aadsts.700082': session,
  'aadsts.50053': account,
  'aadsts.50055': account,
  'aadsts.50057': { ...rule, meaning: 'account' },
  'aadsts.50126': account,
  'aadsts.50072': askedForMore,
  'aadsts.50074': askedForMore,
  'aadsts.50076': askedForMore,
  'aadsts.50078': askedForMore,
  'aadsts.50079': askedForMore,
  'aadsts.50097': askedForMore,
  'aadsts.50158': askedForMore,
  'aadsts.50131': { ...rule, portal: 'overview' },
  'aadsts.53000': rule,
  'aadsts.53001': rule,
  'aadsts.53002': rule,
  'aadsts.53003': { ...rule, portal: 'overview' },
  'aadsts.53004': rule,
  'aadsts.530032': rule,
  'aadsts.530034': { ...rule, who: 'partnerAdministrator' },
  'aadsts.530035': { ...rule, portal: 'overview' },
  'aadsts.500021': { ...rule, who: 'networkAdministrator' },
  'aadsts.500212': { ...rule, who: 'partnerAdministrator' },
  'aadsts.500213': { ...rule, portal: 'overview' },
} as const satisfies Readonly<Record<string, Row>>;
