import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The screen's address, from the part after `#` and without its query: always begins with `/`. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, currentPath);
}

/** The current address of the screen. */
export function currentPath(): string {
  return splitAddress(window.location.hash)[0];
}

/** The current query of the address. */
export function currentQuery(): string {
  return splitAddress(window.location.hash)[1];
}

function splitAddress(hash: string): readonly [path: string, query: string] {
  const address = hash.slice(1);
  const mark = address.indexOf('?');
  return mark === -1
    ? [address || '/', '']
    : [address.slice(0, mark) || '/', address.slice(mark + 1)];
}

/** An address with its query, if there is one. */
export function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}

/** The part of the browser's Navigation API that the router uses; older browsers don't have it. */
interface SessionHistory {
  readonly currentEntry: { readonly index: number } | null;
  entries(): readonly { readonly url: string | null }[];
}

/** The target of a link back to a screen: what the screen last showed in this window. */
export function lastShown(path: string): string {
  const { navigation } = window as unknown as { readonly navigation?: SessionHistory };
  const earlier = navigation?.entries().slice(0, navigation.currentEntry?.index ?? 0) ?? [];
  const found = earlier
    .map(({ url }) => splitAddress(new URL(url ?? 'about:blank').hash))
    .findLast(([shown]) => shown === path);
  return found === undefined ? path : withQuery(...found);
}

/** Goes to another screen. */
export function go(path: string): void {
  window.location.hash = path;
}

/** Writes the screen's current state into the address, without opening a screen or adding a history entry. */
export function keepAddress(path: string): void {
  window.history.replaceState(window.history.state, '', hrefOf(path));
}

/** The `href` of a screen. */
export function hrefOf(path: string): string {
  return `#${path}`;
}

/** Addresses of the screens. `null` for a tenant means all customers. */
export const paths = {
  customers: () => '/customers',
  forget: (tenantId: string) => `/forget/${tenantId}`,
  partner: () => '/partner',
  importCustomers: () => '/import',
  setUps: () => '/connectors/set-up',
  setUp: (setUpId: string) => `/connectors/set-up/${setUpId}`,
  checkRegistration: (profileId: string) => `/connectors/${profileId}/check`,
  connectors: () => '/connectors',
  newConnector: () => '/connectors/new',
  newVendor: () => '/connectors/new/vendor',
  importConnector: () => '/connectors/import',
  connector: (profileId: string) => `/connectors/${profileId}`,
  connectorCredential: (profileId: string) => `/connectors/${profileId}/credential`,
  connection: (tenantId: string) => `/customers/${tenantId}`,
  /** The same page, with a note that the customer existed before. */
  already: (tenantId: string) => `/customers/${tenantId}/already`,
  /** The guided reset. */
  reset: (tenantId: string) => `/customers/${tenantId}/reset`,
  /** The same steps for a customer that leaves. */
  offBoard: (tenantId: string) => `/customers/${tenantId}/off-board`,
  /** Where an open reset or off-boarding is continued. */
  openReset: (tenantId: string, purpose: 'reset' | 'offBoard') =>
    purpose === 'offBoard' ? paths.offBoard(tenantId) : paths.reset(tenantId),
  /** A colleague's reset, from their file. */
  takeOver: () => '/take-over',
  /** The reset of Practice's customer; outside Practice, how to get there. */
  practiseReset: () => '/practise-reset',
  /** Find the cause. */
  cause: (tenantId: string) => `/customers/${tenantId}/cause`,
  groups: (tenantId: string | null) => (tenantId === null ? '/groups' : `/groups/${tenantId}`),
  group: (tenantId: string, groupId: string) => `/groups/${tenantId}/${groupId}`,
  changes: (tenantId: string, syncs?: { readonly from: string; readonly to: string }) =>
    syncs === undefined ? `/changes/${tenantId}` : `/changes/${tenantId}/${syncs.from}/${syncs.to}`,
  people: (tenantId: string | null) => (tenantId === null ? '/people' : `/people/${tenantId}`),
  person: (tenantId: string, personId: string) => `/people/${tenantId}/${personId}`,
  policies: (tenantId: string | null) =>
    tenantId === null ? '/policies' : `/policies/${tenantId}`,
  accounts: () => '/accounts',
  backup: () => '/backup',
  activity: (tenantId: string | null) =>
    tenantId === null ? '/activity' : `/activity/${tenantId}`,
};
