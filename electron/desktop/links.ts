import { isOpenableAddress } from '../platform/openable-address.ts';

/** Who asks for an address to be opened: the engine builds its own, the page only points at one. */
export type LinkSource = 'engine' | 'page';

/** Where the page may point: Microsoft's own documentation and portals. */
const pageHosts: ReadonlySet<string> = new Set([
  'learn.microsoft.com',
  'entra.microsoft.com',
  'entra.microsoft.us',
  'portal.azure.com',
  'portal.azure.us',
  'portal.azure.cn',
]);

/**
 * Whether an address may be given to the person's own browser. From the page: https on the hosts above
 * alone; from the engine: as {@link isOpenableAddress} says.
 */
export function isOpenable(address: string, source: LinkSource): boolean {
  if (!isOpenableAddress(address)) return false;
  if (source === 'engine') return true;
  const url = new URL(address);
  return url.protocol === 'https:' && url.port === '' && pageHosts.has(url.hostname);
}
