import { isOpenableAddress } from '../platform/openable-address.ts';

/** Who asks to open an address: the engine builds its own, the page only refers to one. */
export type LinkSource = 'engine' | 'page';

/** Hosts that the page may link to: Microsoft's own documentation and portals. */
const pageHosts: ReadonlySet<string> = new Set([
  'learn.microsoft.com',
  'entra.microsoft.com',
  'entra.microsoft.us',
  'portal.azure.com',
  'portal.azure.us',
  'portal.azure.cn',
]);

/**
 * Whether an address may be opened in the person's own browser. From the page: only https on the hosts above;
 * from the engine: see {@link isOpenableAddress}.
 */
export function isOpenable(address: string, source: LinkSource): boolean {
  if (!isOpenableAddress(address)) return false;
  if (source === 'engine') return true;
  const url = new URL(address);
  return url.protocol === 'https:' && url.port === '' && pageHosts.has(url.hostname);
}
