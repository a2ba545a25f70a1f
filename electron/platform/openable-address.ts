const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether the engine's own address may be opened in a browser: https on any host (a vendor's consent link is
 * on the vendor's host), plain http only on loopback (the practice cloud's pages). Never with credentials in
 * it, and no other scheme: the operating system starts programs for them.
 *
 * Source: electronjs.org/docs/latest/tutorial/security, item 15.
 */
export function isOpenableAddress(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname));
}
