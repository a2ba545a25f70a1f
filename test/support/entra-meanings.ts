import type { RetryLetter } from './microsoft-errors.ts';

/** One AADSTS number as Microsoft's reference describes it: what it means, who can act, where in the portal. */
export interface EntraMeaning {
  readonly number: string;
  readonly retry: RetryLetter;
  readonly meaning: string;
  readonly actor: string;
  readonly page: string | null;
}

/** Retry, meaning, who acts on the remedy, the page of the remedy, and the numbers that it applies to. */
type Group = readonly [RetryLetter, meaning: string, actor: string, page: string, numbers: string];

const groups: readonly Group[] = [
  ['P', 'notConsented', 'consentAdministrator', '', '65001'],
  ['N', 'declined', 'consentAdministrator', '', '65004'],
  ['P', 'race', 'you', 'permissions', '650051'],
  ['P', 'unknownApplication', 'consentAdministrator', '', '700016 700011'],
  ['P', 'notInstalled', 'consentAdministrator', '', '7000229'],
  ['A', 'switchedOff', 'customerAdministrator', 'properties', '7000112 70001'],
  ['A', 'notAssigned', 'customerAdministrator', 'properties', '50105'],
  ['A', 'resourceMissing', 'customerAdministrator', '', '650052'],
  ['A', 'resourceMissing', 'customerAdministrator', 'applications', '500014'],
  ['A', 'mayNotConsent', 'consentAdministrator', '', '90093 90094 90099 900941 900981'],
  ['A', 'mayNotConsent', 'consentAdministrator', 'applications', '90095'],
  ['N', 'registration', 'registrationOwner', 'registration', '65005 650054 650057 90008 1003031'],
  ['N', 'registration', 'registrationOwner', 'registration', '50194 90130 900971 500113 50011'],
  ['A', 'registration', 'registrationOwner', 'registration', '650056'],
  ['N', 'registration', 'registrationOwner', '', '90092 50001'],
  ['N', 'refusedSecret', 'registrationOwner', 'registration', '7000215 7000222'],
  ['N', 'unknownKey', 'registrationOwner', 'registration', '700027'],
  ['N', 'credential', 'registrationOwner', 'registration', '7000218 700025'],
  ['N', 'clock', 'you', '', '700024'],
  ['N', 'request', 'support', '', '70011 28002 700022 900144 9002313 90013 9001023'],
  ['N', 'unknownTenant', 'you', '', '90002 900023 50059 50128 90019'],
  ['N', 'otherCloud', 'you', '', '90038 900382 900383 500011'],
  ['N', 'blockedTenant', 'customerAdministrator', '', '5000225'],
  ['I', 'unknownAccount', 'you', '', '50020 50034 51004 50014 90072'],
  ['I', 'wrongAccount', 'you', '', '16000 500208'],
  ['I', 'account', 'you', '', '50053 50055 50126'],
  ['A', 'account', 'customerAdministrator', '', '50057'],
  ['I', 'session', 'you', '', '50058 50173 50132 50133 50089 54005 501481 70000 70008 700082'],
  ['I', 'session', 'you', '', '70043 700005 700003'],
  ['I', 'signInRule', 'you', '', '50072 50074 50076 50078 50079 50097 50158'],
  ['A', 'signInRule', 'customerAdministrator', '', '53000 53001 53002 53004 530032'],
  ['A', 'signInRule', 'customerAdministrator', 'overview', '50131 53003 530035 500213'],
  ['A', 'signInRule', 'partnerAdministrator', '', '530034 500212'],
  ['A', 'signInRule', 'networkAdministrator', '', '500021'],
  ['T', 'busy', 'nobody', '', '50033 90006 90012 90024 90033 90055 50087'],
  ['T', 'busy', 'you', '', '90090 90091'],
  ['N', 'busy', 'support', '', '50196'],
];

/**
 * Written from the reference, number by number, independently of the program's own table, which is compared
 * with it.
 *
 * Source: for 500014, 500113, 900023, 900382, 900383 and 5000225, issues of public projects (azure-cli
 * #32031).
 */
export const entraMeanings: readonly EntraMeaning[] = groups.flatMap(
  ([retry, meaning, actor, page, numbers]) =>
    numbers.split(' ').map((number) => {
      return { number, retry, meaning, actor, page: page === '' ? null : page };
    }),
);
