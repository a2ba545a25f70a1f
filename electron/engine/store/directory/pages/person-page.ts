import { z } from 'zod';
import { lines } from './former-addresses.ts';
import { sortName } from '../read/search-text.ts';
import type { Column } from '../write/objects/versions.ts';
import {
  flagOr,
  graphId,
  optionalFlag,
  optionalText,
  pageOf,
  removal,
  textOr,
} from './graph-page.ts';

/** A user resource. */
export const graphUser = z.object({
  id: graphId,
  '@removed': removal,
  displayName: optionalText,
  userPrincipalName: optionalText,
  mail: optionalText,
  otherMails: z.array(z.string()).nullish(),
  proxyAddresses: z.array(z.string()).nullish(),
  userType: optionalText,
  accountEnabled: optionalFlag,
  jobTitle: optionalText,
  createdDateTime: z.iso.datetime({ offset: true }).nullish(),
});
export type GraphUser = z.infer<typeof graphUser>;

/** A page of `/users` or `/users/delta`. */
export const personPage = pageOf(graphUser);

/** A person's own columns, except `former`, which only the cache knows. */
export interface PersonValues {
  readonly sort_name: string;
  readonly name: string | null;
  readonly upn: string | null;
  readonly mail: string | null;
  readonly job_title: string | null;
  readonly addresses: string;
  readonly guest: number;
  readonly enabled: number | null;
}

/** A person's columns as stored. */
export type KnownPerson = Readonly<Record<keyof PersonValues, Column>>;

export interface PersonChange {
  readonly id: string;
  readonly removed: boolean;
  /** Milliseconds UTC; null if the page doesn't say. */
  readonly createdAt: number | null;
  readonly properties: GraphUser;
  /** Whether all required properties came. A new person without them is read individually. */
  readonly isWhole: boolean;
}

export function personChange(user: GraphUser): PersonChange {
  return {
    id: user.id.toLowerCase(),
    removed: user['@removed'] !== undefined,
    createdAt: user.createdDateTime ? Date.parse(user.createdDateTime) : null,
    properties: user,
    isWhole: typeof user.userPrincipalName === 'string',
  };
}

/** Converts a user to columns: a missing property keeps its `known` value, null clears it. */
export function personValues(user: GraphUser, known: KnownPerson | null): PersonValues {
  const name = textOr(user.displayName, known?.name);
  const upn = textOr(user.userPrincipalName, known?.upn);
  const mail = textOr(user.mail, known?.mail);
  return {
    sort_name: sortName(name ?? upn ?? ''),
    name,
    upn,
    mail,
    job_title: textOr(user.jobTitle, known?.job_title),
    addresses: furtherAddresses(
      user,
      [upn, mail],
      lines(textOr(undefined, known?.addresses) ?? ''),
    ),
    guest:
      user.userType === undefined
        ? Number(known?.guest ?? 0)
        : Number(user.userType?.toLowerCase() === 'guest'),
    enabled: flagOr(user.accountEnabled, known?.enabled),
  };
}

/**
 * Addresses besides UPN and mail, one per line, without duplicates (ignoring case). In `proxyAddresses`,
 * `SMTP:` is the sending address and `smtp:` one that still receives, often a former one; `sip:` and `x500:`
 * are not mail addresses. If one of the two lists is missing, its known addresses remain.
 */
function furtherAddresses(
  { proxyAddresses, otherMails }: GraphUser,
  shown: readonly (string | null)[],
  known: readonly string[],
): string {
  const isPart = proxyAddresses === undefined || otherMails === undefined;
  const skipped = new Set(shown.map((text) => text?.toLowerCase()));
  const found = new Map<string, string>();
  const proxies = (proxyAddresses ?? [])
    .filter((address) => /^smtp:/i.test(address))
    .map((address) => address.slice('smtp:'.length));
  for (const address of [...proxies, ...(otherMails ?? []), ...(isPart ? known : [])]) {
    const key = address.toLowerCase();
    if (address !== '' && !skipped.has(key) && !found.has(key)) found.set(key, address);
  }
  return [...found.values()].sort().join('\n');
}
