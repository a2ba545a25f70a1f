import i18next from 'i18next';
import type { i18n, TFunction } from 'i18next';
import { visibleValue } from './visible-text.ts';
import { accounts } from './en/accounts.ts';
import { activity } from './en/activity.ts';
import { backup } from './en/backup.ts';
import { asked } from './en/asked.ts';
import { changes } from './en/changes.ts';
import { cli } from './en/cli.ts';
import { common } from './en/common.ts';
import { connection } from './en/connection.ts';
import { customer } from './en/customer.ts';
import { connectors } from './en/connectors.ts';
import { customers } from './en/customers.ts';
import { doctor } from './en/doctor.ts';
import { exporting } from './en/exporting.ts';
import { forgetting } from './en/forgetting.ts';
import { groups } from './en/groups.ts';
import { host } from './en/host.ts';
import { importing } from './en/importing.ts';
import { partner } from './en/partner.ts';
import { people } from './en/people.ts';
import { permission } from './en/permission.ts';
import { policies } from './en/policies.ts';
import { practise } from './en/practise.ts';
import { setUp } from './en/set-up.ts';
import { problems } from './en/problems.ts';
import { reset } from './en/reset.ts';
import { resetMessages } from './en/reset-messages.ts';
import { shell } from './en/shell.ts';
import { status } from './en/status.ts';
import { ticket } from './en/ticket.ts';
import { vendor } from './en/vendor.ts';
import { welcome } from './en/welcome.ts';

const english = {
  accounts,
  activity,
  backup,
  asked,
  changes,
  cli,
  common,
  connection,
  customer,
  connectors,
  customers,
  doctor,
  exporting,
  forgetting,
  groups,
  host,
  importing,
  partner,
  people,
  permission,
  policies,
  practise,
  problems,
  setUp,
  reset,
  resetMessages,
  shell,
  status,
  ticket,
  vendor,
  welcome,
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof english;
  }
}

/** Locales that have a catalog. */
export type Locale = 'en';

/** Looks up a sentence by its typed key, for example `status:granted`. */
export type Translate = TFunction<readonly (keyof typeof english)[]>;

/** Sentences and formats of one locale, for screens, the command line and reports. */
export interface Text {
  readonly locale: Locale;
  /** IANA name, for example `Europe/Berlin`; undefined means the computer's own. */
  readonly timeZone: string | undefined;
  readonly t: Translate;
  /** The instance itself, to check whether a key exists. */
  readonly i18n: i18n;
}

/** Creates the texts of one locale. Runs in Node and in the browser; it reads no file and no clock. */
export function createText(
  locale: Locale = 'en',
  options: { readonly timeZone?: string } = {},
): Text {
  const instance = i18next.createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: 'en',
    resources: { en: english },
    ns: Object.keys(english),
    defaultNS: 'common',
    initAsync: false,
    // An inserted value stays on one line; `{{- name}}` is for our own text with several lines.
    interpolation: { escapeValue: true, escape: visibleValue },
    returnNull: false,
    missingInterpolationHandler: () => common.unknown,
  });
  return {
    locale,
    timeZone: options.timeZone,
    t: instance.t as unknown as Translate,
    i18n: instance,
  };
}
