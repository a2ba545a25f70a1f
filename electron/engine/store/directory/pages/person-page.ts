import { z } from 'zod';
import { sortName } from '../search-text.ts';
import { graphId, optionalFlag, optionalText, pageOf, removal } from './graph-page.ts';

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
type GraphUser = z.infer<typeof graphUser>;

/** A page of `/users` or `/users/delta`. */
export const personPage = pageOf(graphUser);

/** A person's own columns, but `former`, which only the cache knows. */
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

export interface PersonChange {
  readonly id: string;
  readonly removed: boolean;
  /** Milliseconds UTC; null where the page does not tell. */
  readonly createdAt: number | null;
  readonly values: PersonValues;
}

export function personChange(user: GraphUser): PersonChange {
  return {
    id: user.id.toLowerCase(),
    removed: user['@removed'] !== undefined,
    createdAt: user.createdDateTime ? Date.parse(user.createdDateTime) : null,
    values: {
      sort_name: sortName(user.displayName ?? user.userPrincipalName ?? ''),
      name: user.displayName ?? null,
      upn: user.userPrincipalName ?? null,
      mail: user.mail ?? null,
      job_title: user.jobTitle ?? null,
      addresses: furtherAddresses(user).join('\n'),
      guest: user.userType?.toLowerCase() === 'guest' ? 1 : 0,
      enabled:
        user.accountEnabled === undefined || user.accountEnabled === null
          ? null
          : Number(user.accountEnabled),
    },
  };
}

/**
 * Addresses beside UPN and mail, each once, whatever its case. In `proxyAddresses` `SMTP:` is the
 * one that sends and `smtp:` one that still receives, often a former one; `sip:` and `x500:` are no
 * mail addresses.
 */
function furtherAddresses(user: GraphUser): string[] {
  const shown = new Set([user.userPrincipalName, user.mail].map((text) => text?.toLowerCase()));
  const found = new Map<string, string>();
  const proxies = (user.proxyAddresses ?? [])
    .filter((address) => /^smtp:/i.test(address))
    .map((address) => address.slice('smtp:'.length));
  for (const address of [...proxies, ...(user.otherMails ?? [])]) {
    const key = address.toLowerCase();
    if (address !== '' && !shown.has(key) && !found.has(key)) found.set(key, address);
  }
  return [...found.values()].sort();
}
