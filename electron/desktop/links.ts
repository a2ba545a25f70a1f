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

const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether an address may be given to the person's own browser.
 *
 * From the engine: https anywhere (a vendor's consent link has a host of the vendor's), and plain
 * http on loopback (the practice cloud's pages). From the page: https on the hosts above alone.
 * Never with credentials in it, and no other scheme: the operating system starts programs by them.
 *
 * Source: electronjs.org/docs/latest/tutorial/security, item 15.
 */
export function isOpenable(address: string, source: LinkSource): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (source === 'page') {
    return url.protocol === 'https:' && url.port === '' && pageHosts.has(url.hostname);
  }
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname));
}
