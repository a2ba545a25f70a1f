import { useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The address of the screen, from the part after `#` and without its query: always begins with `/`. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, currentPath);
}

/** The address of the screen by now. */
export function currentPath(): string {
  return splitAddress(window.location.hash)[0];
}

/** What stands behind the `?` of the address by now. */
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

/** An address with its query, where there is one. */
export function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}

/** The part of the browser's Navigation API that is read here; older browsers lack it. */
interface SessionHistory {
  readonly currentEntry: { readonly index: number } | null;
  entries(): readonly { readonly url: string | null }[];
}

/** Where a link back to a screen leads: to what the screen showed when it was last open in this window. */
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

/** Writes into the address what the screen shows by now, without opening a screen or a step back. */
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
  /** The same page, which says first that the customer was here before. */
  already: (tenantId: string) => `/customers/${tenantId}/already`,
  /** The guided reset. */
  reset: (tenantId: string) => `/customers/${tenantId}/reset`,
  /** The same steps for a customer who leaves. */
  offBoard: (tenantId: string) => `/customers/${tenantId}/off-board`,
  /** Where a reset or an off-boarding that is open is continued. */
  openReset: (tenantId: string, purpose: 'reset' | 'offBoard') =>
    purpose === 'offBoard' ? paths.offBoard(tenantId) : paths.reset(tenantId),
  /** A colleague's reset, from their file. */
  takeOver: () => '/take-over',
  /** The reset of Practice's customer; outside of Practice, the way there. */
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
